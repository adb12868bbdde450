/** The four kinds of evidence: a drawing and a word each; never a colour alone. */
import type { evidence } from '../../../api/wire/public.ts'

export type Kind = evidence.EvidenceKind

/** In the order of every page. */
export const kinds: readonly Kind[] = ['asked', 'counted', 'heard', 'registered']

export const kindNames: Record<Kind, string> = {
  asked: 'Demandé',
  counted: 'Compté',
  heard: 'Entendu',
  registered: 'Relevé',
}

const drawings: Record<Kind, string> = {
  // a question in its box, strokes that count, a word said, a line of figures
  asked: 'M2.5 2.5h11v8.5h-6l-3 2.5v-2.5h-2zM6.4 5.4a1.6 1.6 0 1 1 1.6 1.9v.9M8 9.6v.1',
  counted: 'M3.5 3v10M6.5 3v10M9.5 3v10M12.5 3v10M1.5 11.5 14.5 4.5',
  heard:
    'M3 13.5c0-3 2-4.5 4-4.5s4 1.5 4 4.5M7 7.5a2.4 2.4 0 1 1 0-4.8 2.4 2.4 0 0 1 0 4.8M12 3.2c1.2 1.2 1.2 3.4 0 4.6',
  registered: 'M2.5 13.5h11M2.5 13.5V2.5M4.5 10.5l3-3.5 2.5 1.5 3.5-5',
}

export function KindMark({ kind }: { kind: Kind }) {
  return (
    <svg className="kind-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={drawings[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** The kinds that stand under an objective, and nothing for those that do not. */
export function KindMarks({ counts }: { counts: evidence.EvidenceCounts }) {
  const there = kinds.filter((kind) => counts[kind] > 0)
  if (there.length === 0) return null
  return (
    <span className="kind-marks">
      {there.map((kind) => (
        <KindMark key={kind} kind={kind} />
      ))}
      <span className="visually-hidden">{there.map((kind) => kindNames[kind]).join(', ')}</span>
    </span>
  )
}
