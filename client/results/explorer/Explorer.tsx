/** A question, up to two closed lists, with weights or without; the same numbers as a chart, a table and a sentence. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'
import { Asking, askedOf } from './Asking.tsx'
import { Explored } from './Explored.tsx'

export function Explorer({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/questions', { params: { slug } }), [slug]),
  )
  return (
    <StaffFrame title="Explorer les réponses" lead={loaded && 'value' in loaded ? loaded.value.title : ''} isWide>
      <QuestionnaireNav slug={slug} />
      <Loading loaded={loaded} again={again}>
        {(list) =>
          list.questions.length === 0 ? (
            <p className="empty">
              Rien n’est encore publié. <Link href={`/analyse/${slug}/publications`}>Publier les résultats</Link>
            </p>
          ) : (
            <Exploring slug={slug} questions={list.questions} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

type Props = { slug: string; questions: analyse.QuestionList['questions'] }

/** What is asked stands in the address, so that it can be sent to a colleague. */
function Exploring({ slug, questions }: Props) {
  const [search, setSearch] = useSearchParams()
  const asked = askedOf(search, questions)
  const { question, by, weights } = asked
  const choose = (changes: Record<string, string>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set('q', question.path)
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const lists = by.join(',')
  const following = questions[questions.indexOf(question) + 1]?.path ?? null
  const ask = useAsked(slug, weights)
  const [loaded, again] = useLoaded(useCallback(() => ask(question.path, lists), [ask, question.path, lists]))
  useEffect(() => {
    if (loaded && following !== null) ask(following, '').catch(() => {})
  }, [loaded, following, ask])
  // the last figures stay on the screen until the next are there: nothing jumps
  const [last, setLast] = useState<analyse.Explored | null>(null)
  useEffect(() => {
    if (loaded && 'value' in loaded) setLast(loaded.value)
  }, [loaded])
  const shown = loaded ?? (last && { value: last })
  return (
    <>
      <Asking questions={questions} asked={asked} choose={choose} />
      <div aria-busy={loaded === null}>
        <Loading loaded={shown} again={again}>
          {(explored) => (
            <Explored
              explored={explored}
              answer={search.get('rep')}
              view={search.get('forme') ?? 'graphique'}
              choose={choose}
            />
          )}
        </Loading>
      </div>
    </>
  )
}

/** A publication is frozen: what was asked once is remembered while the page is open, and the next question is asked ahead. */
function useAsked(slug: string, weights: boolean) {
  const asked = useRef(new Map<string, Promise<analyse.Explored>>())
  return useCallback(
    (field: string, by: string) => {
      const key = `${field} ${by} ${weights}`
      const before = asked.current.get(key)
      if (before) return before
      const query = { by, weights: weights ? '1' : '0' }
      const answer = call('GET /api/analyse/:slug/questions/:field', { params: { slug, field }, query })
      asked.current.set(key, answer)
      answer.catch(() => asked.current.delete(key))
      return answer
    },
    [slug, weights],
  )
}
