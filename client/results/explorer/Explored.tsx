/** What one question shows: a sentence, then a chart, a table or a map with the same numbers; each can be taken away. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { signTextOf } from '../../../surveys/charts/known.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { type BarsSpec, barsHeight, endOf } from '../../parts/charts/specs.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { bytesOf } from '../../parts/staff/files.ts'
import { Tabs } from '../../parts/staff/Tabs.tsx'
import { mapPlate, type ZoneFigure, ZoneMap } from '../finding/ZoneMap.tsx'
import { SmallNote } from '../Grid.tsx'
import { byValue } from '../map/zones-said.ts'
import { Notices } from '../Notices.tsx'
import { barsPlate, TakeAway } from '../TakeAway.tsx'
import { answers as answersText, day, findingAddress, underPicture } from '../words.ts'
import { explorerAddress, nameOf } from './addresses.ts'
import { Crossed, crossedPlate, mostLines } from './Crossed.tsx'
import { ExplorerTable } from './ExplorerTable.tsx'
import {
  barsOf,
  baseText,
  datedIn,
  hiddenText,
  named as namesOf,
  outsideText,
  readingText,
  sumText,
} from './explored-bars.ts'

type Props = {
  explored: analyse.Explored
  answer: string | null
  view: string
  choose: (changes: Record<string, string>) => void
}

export function Explored({ explored, answer, view, choose }: Props) {
  const { title, cells, lists, answers, kind, why, weighted, missed } = explored
  const isByZone = lists.length === 1 && lists[0]!.path === 'zone'
  const form = view === 'carte' && !isByZone ? 'graphique' : view
  const named = answers.find(({ value }) => value === answer)
  // a map and a long list of answers show one; else all of them stand together until one is chosen
  const isAll = named === undefined && lists.length > 0 && answers.length > 1 && answers.length <= mostLines
  const isCrossed = isAll && form === 'graphique'
  const chosen = named ?? (isCrossed ? undefined : answers[0])
  const bars = useMemo(() => barsOf(explored, chosen?.value ?? null), [explored, chosen?.value])
  const zones = useMemo(() => byValue(zonesOf(explored, chosen?.value ?? null)), [explored, chosen?.value])
  const spec = useMemo<BarsSpec>(
    () => ({
      kind: 'bars',
      bars,
      isShare: kind !== 'mean',
      end: endOf(bars, kind !== 'mean'),
    }),
    [bars, kind],
  )
  const base = [
    baseText(explored),
    pooledWords(explored),
    ...(kind === 'several' ? ['plusieurs réponses possibles'] : []),
    ...(weighted ? ['réponses redressées'] : []),
  ]
    .filter(Boolean)
    .join(' · ')
  if (cells === null)
    return (
      <section className="explored">
        <Notices publications={[explored.publication]} />
        <h2>{title}</h2>
        <div className="empty too-small-whole">
          {missed && <p className="statement">Chiffres en attente</p>}
          {missed ? <Missed explored={explored} missed={missed} /> : <p>{why}</p>}
          {lists.length > 0 && (
            <>
              <p>La réponse de l’ensemble, elle, se lit.</p>
              <Button onClick={() => choose({ par: '' })}>Revenir à l’ensemble</Button>
            </>
          )}
        </div>
        <Foot explored={explored} />
      </section>
    )
  const tabs = [
    { name: 'graphique', title: 'Graphique' },
    { name: 'tableau', title: 'Tableau' },
    ...(isByZone ? [{ name: 'carte', title: 'Carte' }] : []),
  ]
  const own = tabs.some(({ name }) => name === view) ? view : 'graphique'
  // Bars of groups show one answer: it is named even when it is the only one that may be shown, and on paper
  const subject = lists.length > 0 && chosen ? `${title} — ${chosen.label}` : title
  // one answer shown alone is the one that is spoken of
  const alone = own === 'tableau' ? undefined : explored.sentences.find(({ answer: of }) => of === chosen?.value)
  const { brief, sentence } = alone ?? explored
  const isEstablished = alone ? alone.gaps > 0 : explored.isEstablished
  const hidden = hiddenText(explored)
  const under = underPicture([base, explored.ends, ...datedIn(explored), signsText(explored)])
  const dividers = lists.map((list) => list.title).join(', ')
  const answerShown = lists.length > 0 && answers.length > 1 && own !== 'tableau' && (
    <div className="filters answer-shown no-print">
      <label>
        Réponse montrée
        <select value={chosen?.value ?? ''} onChange={({ target }) => choose({ rep: target.value })}>
          {own === 'graphique' && answers.length <= mostLines && <option value="">Toutes</option>}
          {answers.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
  const by = (title: string) => (dividers === '' ? title : `${title} · selon «\u202f${dividers}\u202f»`)
  return (
    <section className="explored">
      <Notices publications={[explored.publication]} />
      <div>
        <h2>{own === 'tableau' ? title : subject}</h2>
        <p className="muted small">
          {lists.length > 0 && (
            <>
              <b>Selon « {dividers} »</b> ·{' '}
            </>
          )}
          {base}
        </p>
        {explored.ends !== '' && <p className="muted small">{explored.ends}</p>}
      </div>
      {brief !== '' && (
        <p className="brief" data-established={isEstablished}>
          {brief}
        </p>
      )}
      <Tabs label="Forme" tabs={tabs} chosen={own} onChoose={(forme) => choose({ forme })} beside={answerShown}>
        {own === 'tableau' && <ExplorerTable explored={explored} />}
        {own === 'carte' && <ZoneMap publication={explored.publication} zones={zones} isShare={kind !== 'mean'} />}
        {isCrossed && <Crossed explored={explored} choose={(rep) => choose({ rep })} />}
        {own === 'graphique' && !isCrossed && (
          <Chart
            spec={spec}
            height={barsHeight(bars.length)}
            label={`${subject}. Barres avec intervalle à 95 %. ${bars.map(({ label, text }) => `${label} : ${text}`).join(', ')}.`}
          />
        )}
      </Tabs>
      {missed && (
        <div className="notice">
          <Missed explored={explored} missed={missed} />
        </div>
      )}
      <div className="explored-notes muted small">
        {[
          readingText(explored),
          sumText(explored),
          outsideText(explored),
          signsText(explored),
          hidden,
          ...datedTexts(explored),
        ]
          .filter(Boolean)
          .map((text) => (
            <p key={text}>{text}</p>
          ))}
        {hidden !== '' && <SmallNote />}
        <Follows explored={explored} />
      </div>
      <p className="said">{sentence}</p>
      <TakeAway
        sentence={sentence}
        mention={explored.mention}
        publication={explored.publication}
        numbered="pub"
        name={nameOf(title, dividers || undefined)}
        table={(as) =>
          bytesOf('GET /api/analyse/:slug/questions/:field/table', {
            params: { slug: explored.slug, field: explored.path },
            query: { publication: explored.publication.number, by: lists.map(({ path }) => path).join(), as },
          })
        }
        plate={
          own === 'carte'
            ? { title: by(subject), under, drawing: mapPlate(explored.publication, zones, kind !== 'mean') }
            : isAll
              ? { title: by(title), under, drawing: crossedPlate(explored) }
              : { title: by(subject), under, drawing: barsPlate(spec) }
        }
      />
      <Foot explored={explored} />
    </section>
  )
}

/** What the sign of a share of none means, where one is shown. */
const signsText = ({ cells }: analyse.Explored): string => signTextOf((cells ?? []).map(({ estimate }) => estimate))

/** Several findings may read one question: these are the figures of one of them, or of answers that it counts together. */
function Follows({ explored: { slug, publication, follows, lists } }: { explored: analyse.Explored }) {
  if (!follows) return null
  const { indicator, title, isOpen, of, adds, figure } = follows
  const named = <Link href={`${findingAddress(slug, indicator)}?publication=${publication.number}`}>« {title} »</Link>
  if (isOpen)
    return (
      <p>
        Le résultat {named} lit les mêmes réponses et n’en conclut rien&nbsp;: un chiffre lu ici ne se cite qu’avec son
        intervalle.
      </p>
    )
  return adds.length === 0 ? (
    <p>
      {of.length === 0 ? 'Mêmes chiffres que le' : `Pour ${namesOf(of)}, mêmes chiffres que le`} résultat {named}.
    </p>
  ) : (
    <p>
      Même question que le résultat {named}, qui compte ensemble {namesOf(adds)}
      {figure && `, soit ${figure} dans l’ensemble`} : son chiffre peut s’écarter de la somme de ceux-ci
      {lists.length > 0 && ', un autre groupe y venir en tête, et un écart y être établi ou ne pas l’être'}.
    </p>
  )
}

/** « réponses de 2025 et 2026 réunies », beside the base. */
const pooledWords = ({ pooled }: analyse.Explored): string => pooled.replace(/\.$/, '').replace(/^R/, 'r')

type MissedProps = { explored: analyse.Explored; missed: NonNullable<analyse.Explored['missed']> }

/** What an earlier publication showed, and where it is read. */
function Missed({ explored: { slug, lists }, missed: { publication: number, madeAt, groups } }: MissedProps) {
  const [search] = useSearchParams()
  const then = new URLSearchParams(search)
  then.set('pub', String(number))
  return (
    <p>
      {lists.length === 0 || groups.length === 0 ? 'Les chiffres sont' : `Les chiffres de ${namesOf(groups)} sont`} en
      attente de réponses nouvelles : trop peu de personnes s’y sont ajoutées depuis la publication n° {number} (il en
      faut {leastNew} entre deux publications), et un chiffre changé pour si peu ferait connaître leurs réponses.{' '}
      <Link href={`${explorerAddress(slug)}?${then}`}>
        Voir dans la publication n° {number} du {day(madeAt)}
      </Link>
    </p>
  )
}

/** The figures of one answer by zone. */
const zonesOf = ({ cells, lists }: analyse.Explored, answer: string | null): ZoneFigure[] =>
  (cells ?? [])
    .filter(({ dims }) => dims.zone !== undefined && (answer === null || dims.reponse === answer))
    .map(({ dims: { zone = '' }, estimate, text, interval }) => ({
      name: lists[0]?.choices.find(({ value }) => value === zone)?.text ?? zone,
      isRest: zone.startsWith('?'),
      estimate,
      text,
      interval,
    }))

/** What stands as it was on an earlier day, and until when. */
const datedTexts = (explored: analyse.Explored): string[] =>
  datedIn(explored).map((text) => `${text}, tant que ${leastNew} personnes de plus n’y ont pas répondu.`)

function Foot({ explored: { slug, mention, publication, weighted } }: { explored: analyse.Explored }) {
  return (
    <p className="muted small">
      {!weighted && (
        <>
          Réponses non redressées dans cette publication. <Link href={`/analyse/${slug}/publier`}>Voir pourquoi</Link>.{' '}
        </>
      )}
      {mention} Publication n° {publication.number} du {day(publication.madeAt)}, {answersText(publication.responses)}.
    </p>
  )
}
