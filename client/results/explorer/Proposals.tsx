/** Crossings worth a look: a sentence, its bars, one press to see all of it. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { HatchKey, hatchedIn, Picture } from '../finding/Picture.tsx'
import { addressOf } from './addresses.ts'

/** Places held until they are known: nothing jumps. */
const waiting = ['first', 'second', 'third'] as const

/** `question`: its own crossings, but the one that is shown; '' = of the whole questionnaire. */
type Props = { slug: string; question: string; by: string; earlier?: number | null }

/** @param props.earlier number of an earlier publication: its own crossings, which stay in it */
export function Proposals({ slug, question, by, earlier = null }: Props) {
  const [loaded] = useLoaded(
    useCallback(
      () =>
        call('GET /api/analyse/:slug/gaps', {
          params: { slug },
          query: { question, ...(earlier === null ? {} : { publication: earlier }) },
        }),
      [slug, question, earlier],
    ),
  )
  // what is proposed is no more than help: the questions are there without it
  if (loaded && 'error' in loaded) return null
  const gaps = loaded?.value.gaps.filter((gap) => gap.by.path !== by || question === '').slice(0, waiting.length)
  const isOfOne = question !== ''
  return (
    <section className="proposals no-print" aria-labelledby="proposals" aria-busy={!gaps}>
      <h2 id="proposals">{isOfOne ? 'À regarder ensuite' : 'Pour commencer'}</h2>
      <p className="muted">{leadOf(gaps, isOfOne)}</p>
      <ul>
        {gaps
          ? gaps.map((gap) => (
              <li key={`${gap.path} ${gap.by.path}`} className="boxed">
                <Proposed slug={slug} gap={gap} isNamed={!isOfOne} earlier={earlier} />
              </li>
            ))
          : waiting.map((name) => <li key={name} className="boxed" aria-hidden="true" />)}
      </ul>
    </section>
  )
}

function leadOf(gaps: readonly analyse.WorthALook[] | undefined, isOfOne: boolean): string {
  if (!gaps) return 'Les écarts établis se cherchent…'
  if (isOfOne)
    return gaps.length > 0
      ? 'Les écarts établis de cette question, les plus larges d’abord.'
      : 'Aucun autre écart de cette question n’est assez net pour être proposé.'
  return gaps.length > 0
    ? 'Des écarts établis. Parmi tous ceux comparés, un sur vingt au plus serait dû au hasard.'
    : 'Aucun écart entre groupes n’est assez net pour être proposé : choisissez une question.'
}

/** Side by side, pictures have one scale: a bar twice as long is a share twice as large. */
export const pictureOf = (bars: analyse.WorthALook['bars']): Extract<analyse.Picture, { kind: 'bars' }> => ({
  kind: 'bars',
  by: 'answers',
  end: 1,
  left: [],
  bars: bars.map((bar) => ({ ...bar, isUncertain: isUncertain(bar.estimate) })),
})

type ProposedProps = { slug: string; gap: analyse.WorthALook; isNamed: boolean; earlier: number | null }

function Proposed({ slug, gap, isNamed, earlier }: ProposedProps) {
  const { path, title, by, sentence, bars } = gap
  const picture = pictureOf(bars)
  const shown = { question: path, dividedBy: by.path, answer: '', view: 'graphique' } as const
  return (
    <>
      <h3>
        <Link href={addressOf(slug, { ...shown, ...(earlier === null ? {} : { publication: earlier }) })}>
          {sentence}
        </Link>
      </h3>
      <p className="muted small">{isNamed ? `${title} · selon « ${by.title} »` : `Selon « ${by.title} »`}</p>
      <Picture picture={picture} />
      <p className="small-axis" aria-hidden="true">
        {['0', '50', '100\u202f%'].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      <HatchKey bars={hatchedIn(picture)} />
    </>
  )
}
