/** The twelve words in their order, and the square that says the same. */
import { useSay } from '../words/useSay.ts'
import { pathOf, type Square } from './picture.ts'

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
      {square && (
        <svg
          className="code-square"
          viewBox={`-2 -2 ${square.size + 4} ${square.size + 4}`}
          role="img"
          aria-label={label}
        >
          <rect x="-2" y="-2" width={square.size + 4} height={square.size + 4} fill="#fff" />
          <path d={pathOf(square)} fill="#000" />
        </svg>
      )}
    </div>
  )
}
