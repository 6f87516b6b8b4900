/** The table at large: its columns, and its rows or images. */
import { imageText } from 'kudari'
import { Show, createSignal } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { dataMessages } from '../messages.ts'
import { later } from '../../shell/later.ts'
import { tableMessages } from './messages.ts'
import './table.css'

const Columns = later(async () => (await import('./columns.tsx')).Columns)
const Images = later(async () => (await import('./images.tsx')).Images)
const Rows = later(async () => (await import('./rows.tsx')).Rows)

/** `5 rows × 2 columns`, or how many images of which size. */
export function sizeText({ rows, width, image }: { readonly rows: number; readonly width: number; readonly image?: Parameters<typeof imageText>[0] }): string {
  return image ? t(dataMessages.images, { rows, size: imageText(image).replaceAll(' x ', ' × ') }) : t(dataMessages.size, { rows, columns: width })
}

export function TableDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { table, problem } = useSession()
  const [shown, setShown] = createSignal<'columns' | 'rows'>('columns')
  return (
    <Show when={table()}>
      {(own) => (
        <Dialog title={`${own().source} — ${sizeText(own())}`} isOpen={props.isOpen} onClose={props.onClose}>
          <div class="content table-content">
            <Show when={problem()}>{(why) => <p class="hint" role="alert">{inLanguage(why().text)}</p>}</Show>
            <div class="joined" role="group">
              <button type="button" aria-pressed={shown() === 'columns'} onClick={() => setShown('columns')}>{t(tableMessages.columns)}</button>
              <button type="button" aria-pressed={shown() === 'rows'} onClick={() => setShown('rows')}>
                {t(own().image ? tableMessages.images : tableMessages.rows)}
              </button>
            </div>
            <Show when={shown() === 'columns'} fallback={<Show when={own().image} fallback={<Rows />}><Images /></Show>}><Columns /></Show>
          </div>
        </Dialog>
      )}
    </Show>
  )
}
