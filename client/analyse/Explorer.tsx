/** A question, up to two closed lists, with weights or without; the same numbers as a chart, a table and a sentence. */
import { useCallback } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../api/wire.ts'
import { Loading } from '../admin/Loading.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Explored } from './Explored.tsx'
import { QuestionnaireNav } from './QuestionnaireNav.tsx'

export function Explorer({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call<analyse.QuestionList>('GET', `/api/analyse/${slug}/questions`), [slug]),
  )
  return (
    <StaffFrame title="Explorer les réponses" lead={loaded && 'value' in loaded ? loaded.value.title : ''}>
      <QuestionnaireNav slug={slug} />
      <Loading loaded={loaded} again={again}>
        {(list) =>
          list.questions.length === 0 ? (
            <p className="empty">
              Rien n’est encore publié. <Link href={`/analyse/${slug}/publications`}>Publier les résultats</Link>
            </p>
          ) : (
            <Asking slug={slug} list={list} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

/** What is asked stands in the address, so that it can be sent to a colleague. */
function Asking({ slug, list: { questions } }: { slug: string; list: analyse.QuestionList }) {
  const [search, setSearch] = useSearchParams()
  const question = questions.find(({ path }) => path === search.get('q')) ?? questions[0]!
  const by = (search.get('par') ?? '')
    .split(',')
    .filter((path) => question.lists.some((list) => list.path === path))
    .slice(0, 2)
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
  const weights = search.get('poids') === '1'
  const path = `/api/analyse/${slug}/questions/${encodeURIComponent(question.path)}?by=${by.join(',')}${weights ? '&weights=1' : ''}`
  const [loaded, again] = useLoaded(useCallback(() => call<analyse.Explored>('GET', path), [path]))
  const pages = [...new Set(questions.map(({ page }) => page))]
  const list = (at: 0 | 1) => (
    <label>
      {at === 0 ? 'Selon' : 'et selon'}
      <select
        value={by[at] ?? ''}
        onChange={(event) =>
          choose({
            par: (at === 0 ? [event.target.value, by[1]] : [by[0], event.target.value]).filter(Boolean).join(','),
          })
        }
      >
        <option value="">{at === 0 ? 'Ensemble' : 'Rien d’autre'}</option>
        {question.lists.map(({ path: own, title }) => (
          <option key={own} value={own} disabled={by[at === 0 ? 1 : 0] === own}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <fieldset className="filters" aria-label="Ce que l’on regarde">
        <label className="wide">
          Question
          <select value={question.path} onChange={(event) => choose({ q: event.target.value, par: '', rep: '' })}>
            {pages.map((page, at) => (
              <optgroup key={page} label={`Page ${at + 1}`}>
                {questions
                  .filter((one) => one.page === page)
                  .map(({ path: own, title }) => (
                    <option key={own} value={own}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        {list(0)}
        {by.length > 0 && list(1)}
        {question.weighted && (
          <label className="check">
            <input
              type="checkbox"
              checked={weights}
              onChange={(event) => choose({ poids: event.target.checked ? '1' : '' })}
            />{' '}
            Avec les poids
          </label>
        )}
      </fieldset>
      <Loading loaded={loaded} again={again}>
        {(explored) => <Explored explored={explored} answer={search.get('rep')} onAnswer={(rep) => choose({ rep })} />}
      </Loading>
    </>
  )
}
