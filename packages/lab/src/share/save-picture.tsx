/** Saves the picture of a card: as SVG, which stays sharp at any size, and as PNG, which every program takes. */
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { problemOf } from '../worker/problem.ts'
import { download } from './download.ts'
import { Menu, type MenuItem } from './menu.tsx'
import { shareMessages } from './messages.ts'
import type { Composed } from './picture/compose.ts'

export function SavePicture(props: { readonly name: string; readonly card: () => Element | undefined }) {
  const session = useSession()

  async function save(content: (picture: Composed) => BlobPart | Promise<BlobPart>, type: string, ending: string): Promise<void> {
    try {
      const { compose } = await import('./picture/compose.ts')
      download(`${props.name}.${ending}`, await content(compose(props.card()!)), type)
    } catch (error) {
      session.complain(problemOf(error))
    }
  }
  const raster = () => import('./picture/raster.ts')
  const items = (): MenuItem[] => {
    const isPixels = props.card()?.querySelector('.body canvas') != null
    return [
      ...(isPixels ? [] : [{ name: t(shareMessages.asSvg), choose: () => void save(async (picture) => (await raster()).svgText(picture), 'image/svg+xml', 'svg') }]),
      { name: t(shareMessages.asPng), choose: () => void save(async (picture) => (await raster()).png(picture), 'image/png', 'png') },
    ]
  }
  return <Menu name={t(shareMessages.savePicture, { name: props.name })} icon="save" items={items} />
}
