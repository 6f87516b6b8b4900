/** What goes wrong, recognised and explained beside the curve, with a remedy. */
export const Lessons = () => null
