/** The first images of the table, with what they show, and which are learned from and which are held out. */
import type { ImageSize } from 'kudari'
import { For, createEffect, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { tableMessages } from './messages.ts'
import { PartMark, partOf } from './part.tsx'

/** An image as the canvas takes it: red, green, blue and opacity of every pixel. */
export function colours(pixels: Uint8Array, { height, width, channels }: ImageSize): Uint8ClampedArray<ArrayBuffer> {
  const all = new Uint8ClampedArray(height * width * 4)
  for (let i = 0; i < height * width; i++) {
    for (let k = 0; k < 3; k++) all[4 * i + k] = pixels[i * channels + (channels === 3 ? k : 0)]
    all[4 * i + 3] = 255
  }
  return all
}

function Picture(props: { readonly index: number }) {
  const { table } = useSession()
  const [canvas, setCanvas] = createSignal<HTMLCanvasElement>()
  createEffect(() => {
    const { image, images } = table()!
    if (!image || !images) return
    const size = image.height * image.width * image.channels
    const data = colours(images.pixels.subarray(props.index * size, (props.index + 1) * size), image)
    canvas()?.getContext('2d')?.putImageData(new ImageData(data, image.width, image.height), 0, 0)
  })
  return <canvas ref={setCanvas} width={table()!.image!.width} height={table()!.image!.height} aria-hidden="true" />
}

export function Images() {
  const { table, plan } = useSession()
  const labels = () => table()!.images?.labels ?? []
  return (
    <>
      <p class="soft">{t(tableMessages.firstRows, { shown: labels().length, all: table()!.rows })}</p>
      <ul class="images">
        <For each={labels()}>
          {(label, i) => (
            <li data-part={partOf(plan()?.rows[i()])}>
              <Picture index={i()} />
              <span>{label === '' ? i() + 1 : label}</span>
              <PartMark part={partOf(plan()?.rows[i()])} />
            </li>
          )}
        </For>
      </ul>
    </>
  )
}
