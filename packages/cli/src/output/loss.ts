/** Losses in sentences and tables. */
import { formatNumber } from 'kudari'

/** Six digits; of large losses all digits before the point, so that no digit looks known that is not. */
export const lossText = (loss: number): string => (Math.abs(loss) >= 1e6 && Math.abs(loss) < 1e9 ? `${Math.round(loss)}` : formatNumber(loss))
