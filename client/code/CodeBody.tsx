/** The twelve words in their order, and the square that says the same. */
import { useSay } from '../words/useSay.ts'
import type { Square } from './picture.ts'
import { SquareImage } from './SquareImage.tsx'

type Props = { code: readonly string[]; square: Square | null; label: string; note?: string | undefined }

/** @param label of the square; `note` is shown under it */
export function CodeBody({ code, square, label, note }: Props) {
  const say = useSay()
  return (
    <div className="code-body">
      <ol className="code-words" lang="fr" dir="ltr" translate="no" aria-label={say('code.words')}>
        {code.map((word, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and none ever moves
          <li key={place}>{word}</li>
        ))}
      </ol>
      <figure>
        <SquareImage square={square} label={label} />
        {note && <figcaption className="receipt-small no-print">{note}</figcaption>}
      </figure>
    </div>
  )
}
