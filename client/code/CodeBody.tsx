/** The twelve words in their order, and the square that says the same. */
import { useSay } from '../words/useSay.ts'
import type { Square } from './picture.ts'
import { SquareImage } from './SquareImage.tsx'

/** @param label of the square */
export function CodeBody({ code, square, label }: { code: readonly string[]; square: Square | null; label: string }) {
  const say = useSay()
  return (
    <div className="code-body">
      <ol className="code-words" lang="fr" dir="ltr" translate="no" aria-label={say('code.words')}>
        {code.map((word, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and none ever moves
          <li key={place}>{word}</li>
        ))}
      </ol>
      <SquareImage square={square} label={label} />
    </div>
  )
}
