/** All answers of a question at once: a panel an answer, a bar a group, one scale for all. */
import type { analyse } from '../../../api/wire/public.ts'
import { endOf } from '../../parts/charts/specs.ts'
import { Picture } from '../finding/Picture.tsx'
import { barsOf, isWide } from './explored-bars.ts'

/** More panels than this are read one by one, or as a table. */
export const mostPanels = 16

export function AllAnswers({ explored, choose }: { explored: analyse.Explored; choose: (answer: string) => void }) {
  const { answers, cells, lists } = explored
  const isShare = explored.kind !== 'mean'
  const end = endOf(barsOf(explored, null), isShare)
  const groupOf = (dims: Record<string, string>) =>
    lists.map(({ path, choices }) => choices.find(({ value }) => value === dims[path])?.text ?? '').join(' · ')
  return (
    <ul className="all-answers">
      {answers.map(({ value, label }) => {
        const own = (cells ?? []).filter(({ dims }) => dims.reponse === value)
        return (
          <li key={value}>
            <h3>
              <button type="button" className="link" onClick={() => choose(value)}>
                {label}
                <span className="visually-hidden"> : seule, en grand</span>
              </button>
            </h3>
            <Picture
              picture={{
                kind: 'bars',
                by: 'answers',
                end,
                left: [],
                bars: own.map(({ dims, estimate, text, interval }) => ({
                  label: groupOf(dims),
                  estimate,
                  text,
                  interval,
                  isLead: false,
                  isUncertain: isWide(estimate),
                })),
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}
