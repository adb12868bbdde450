/** One objective before the committee: its question, the answer, where, what it would take, what nobody knows, the decision. */
import { useId } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { holds, outcomeSaid, whoAndWhen } from '../../../surveys/authority/follow-up.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { firstLines, firstSaid } from '../../../surveys/charts/first-lines.ts'
import { dayOf } from '../../../surveys/days.ts'
import { underTitle } from '../../../surveys/wording/sentence-frame.ts'
import { isReservation, sentencesIn } from '../../../surveys/wording/sentences.ts'
import { HatchKey, hatchedIn, Picture } from '../finding/Picture.tsx'
import { Grid } from '../Grid.tsx'
import { StrengthSaid } from '../Strength.tsx'
import { beyond, day } from '../words.ts'
import { type Room, wide } from './room.ts'

type Props = { page: analyse.CommitteePage; number: number }

export function DecisionPage({ page, number }: Props) {
  const id = useId()
  return (
    <article className="decision-page" aria-labelledby={id}>
      <Question page={page} number={number} id={id} />
      <Answer page={page} />
      <Grounds page={page} />
      <Deciding page={page} />
    </article>
  )
}

export const Question = ({ page: { objective, title, question }, number, id }: Props & { id: string }) => (
  <>
    <p className="eyebrow">
      {number}. {levelTitle('objective', objective)} : {shortTitles()[objective] ?? title}
    </p>
    <h2 id={id}>{question}</h2>
  </>
)

/** Of what it holds, as much as there is room for. */
type InRoom = Pick<Props, 'page'> & { room?: Room }

/** One figure and its picture; then where it holds. */
export function Answer({
  page: { answer, measured, brief, ends, picture, strength, lead, twin, also, where },
  room = wide,
}: InRoom) {
  const more = measured || beyond(brief, answer)
  const drawn = picture && cut(picture, room.bars)
  return (
    <>
      <div className={drawn ? 'decision-answer' : undefined}>
        <div>
          <p className="statement">{brief}</p>
          {more !== '' && <p>{room.isBare ? shortOf(more) : more}</p>}
          {ends !== '' && <p className="muted small">{ends}</p>}
          <p className="tile-foot">
            <StrengthSaid strength={strength} />
            <Link href={addressOf(lead)}>{lead.title}</Link>
          </p>
        </div>
        {drawn && (
          <div>
            <Picture picture={drawn} />
            <HatchKey bars={hatchedIn(drawn)} />
          </div>
        )}
      </div>
      {[twin, also].map(
        (one) =>
          one &&
          (room.isAlone ? (
            <details key={one.title}>
              <summary>{one.title}</summary>
              <p>
                {underTitle(one.sentence, one.title)} <Link href={addressOf(one)}>Le résultat</Link>
              </p>
            </details>
          ) : (
            <p key={one.title}>
              <b>
                <Link href={addressOf(one)}>{one.title}</Link>.
              </b>{' '}
              {room.isBrief ? shortOf(underTitle(one.sentence, one.title)) : underTitle(one.sentence, one.title)}
            </p>
          )),
      )}
      {where && (
        <p>
          <b>Où.</b> {beyond(`${lead.title}.`, where)}
        </p>
      )}
    </>
  )
}

/** Those that say most, in the order they stand in; zones all stay, and a scale is whole or is not there. */
function cut(picture: analyse.Picture, most: number): analyse.Picture | null {
  if (picture.kind === 'week' || picture.by === 'zones' || picture.bars.length <= most) return picture
  if (picture.by === 'stops') return null
  const places = picture.bars.map(({ isLead, estimate }, at) => ({ at, isLead, value: estimate.value ?? 0 }))
  const first = places.toSorted((a, b) => Number(b.isLead) - Number(a.isLead) || b.value - a.value).map(({ at }) => at)
  const { shown, left } = firstLines({ rows: picture.bars, first }, most)
  return { ...picture, bars: shown, left: [...picture.left, ...left.map(({ label }) => label)] }
}

/** Its figure with interval and base, and what keeps it from being read as surer or newer than it is. */
function shortOf(sentence: string): string {
  const [first, ...others] = sentencesIn(sentence)
  return [first!, ...others.filter(isReservation)].join(' ')
}

/** What it would take, and what nobody knows. */
export const Grounds = ({ page: { needs, declared, unknown }, room = wide }: InRoom) => (
  <div className="decision-grounds" data-counted={needs !== null || undefined}>
    <section>
      <h3>Ce qu’il faudrait</h3>
      {needs ? (
        <Needs grid={needs} declared={declared} room={room} />
      ) : (
        <p>Les réponses donnent ici des parts de la population : ni places, ni heures, ni coûts.</p>
      )}
    </section>
    <section>
      <h3>Ce que nous ne savons pas</h3>
      <Listed lines={unknown.slice(0, room.unknown)} />
      {unknown.length > room.unknown && (
        <details>
          <summary>{othersText(unknown.length - room.unknown, 'Une autre limite', 'autres limites')}</summary>
          <Listed lines={unknown.slice(room.unknown)} />
        </details>
      )}
    </section>
  </div>
)

const Listed = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

const othersText = (count: number, one: string, several: string) => (count === 1 ? one : `Les ${count} ${several}`)

type Decided = analyse.CommitteePage['decided'][number]
/** @param correct where a decision can be said otherwise on the spot */
type DecidingProps = InRoom & { correct?: (decided: Decided) => void }

export const Deciding = ({ page: { asked, decided }, room = wide, correct }: DecidingProps) => (
  <>
    <h3>La décision demandée</h3>
    <p>{asked}</p>
    <Taken decided={decided.slice(0, room.decided)} correct={correct} />
    {decided.length > room.decided && (
      <details>
        <summary>{othersText(decided.length - room.decided, 'Une autre décision', 'autres décisions')}</summary>
        <Taken decided={decided.slice(room.decided)} correct={correct} />
      </details>
    )}
  </>
)

type TakenProps = { decided: readonly Decided[]; correct: DecidingProps['correct'] | undefined }

const Taken = ({ decided, correct }: TakenProps) => (
  <>
    {decided.map((one) => {
      const became = one.outcome && (
        <p>
          <b>{outcomeSaid(one.outcome)}</b>
        </p>
      )
      return (
        <div key={`${one.at}${one.text}`} className="notice stack">
          {/* one that was given up is not read as one that holds */}
          {!holds(one) && became}
          <p>
            <b>{one.text}</b> {whoAndWhen(one, dayOf(new Date()))}
          </p>
          {holds(one) && became}
          <p className="muted small">
            Décidé le {day(one.date)}, noté par {one.by}
            {one.corrected && `, corrigé le ${day(one.corrected)}`}, sur « {one.title} ».{' '}
            {correct && (
              <button
                type="button"
                className="link"
                aria-label={`Corriger\u202f: ${one.text}`}
                onClick={() => correct(one)}
              >
                Corriger
              </button>
            )}
          </p>
        </div>
      )
    })}
  </>
)

type NeedsProps = { grid: analyse.ShownGrid; declared: analyse.ShownGrid | null; room: Room }

/** The lines that matter most; the others, the intentions and how all is counted follow for whoever asks. */
function Needs({ grid, declared, room: { lines, isTight } }: NeedsProps) {
  const { shown, left } = firstLines(grid, lines)
  const base = [isTight ? '' : grid.base, left.length > 0 ? firstSaid(shown.length, grid.firstBy) : '']
  return (
    <div className="needs">
      <Grid
        grid={{ ...grid, rows: shown, base: base.filter(Boolean).join('. '), ...(isTight ? { notes: [] } : {}) }}
        isCards
      />
      <div className="needs-more">
        {left.length > 0 && (
          <details>
            <summary>{othersText(left.length, 'Une autre ligne', 'autres lignes')}</summary>
            <Grid grid={{ ...grid, rows: left, notes: [] }} isUnderTitle isCards />
          </details>
        )}
        {declared && (
          <details>
            <summary>Les intentions déclarées</summary>
            <Grid grid={declared} isCards />
          </details>
        )}
        {isTight && (
          <details>
            <summary>Comment c’est compté</summary>
            {[grid.base, ...grid.notes].map((note) => (
              <p key={note}>{note}</p>
            ))}
          </details>
        )}
      </div>
    </div>
  )
}

/** The page of the finding, where a decision is noted. */
const addressOf = ({ slug, indicator }: Pick<analyse.CommitteePage['lead'], 'slug' | 'indicator'>) =>
  `/analyse/${slug}/resultat/${indicator}`
