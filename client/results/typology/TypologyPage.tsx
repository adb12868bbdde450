/** One typology: its classes with what sets them apart, and the axes behind them. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { typologies } from '../../../api/wire/public.ts'
import { leastClass } from '../../../surveys/thresholds.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'
import { Strength } from '../Strength.tsx'
import { answers, day, number as written } from '../words.ts'
import { TypologyClass } from './TypologyClass.tsx'

export function TypologyPage({ slug, number }: { slug: string; number: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/typologies/:number', { params: { slug, number } }), [slug, number]),
  )
  return (
    <StaffFrame
      title={`Typologie n° ${number}`}
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'results' }}
      isWide
    >
      <QuestionnaireNav slug={slug} publication={loaded && 'value' in loaded ? loaded.value.publication : null} />
      <p className="no-print">
        <Link href={`/analyse/${slug}/typologies`}>← Toutes les typologies</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(page) => <Shown page={page} />}
      </Loading>
    </StaffFrame>
  )
}

const stabilityWords: Record<string, string> = {
  solide: 'En refaisant le tirage des réponses, on retrouve presque les mêmes classes.',
  indicatif: 'En refaisant le tirage des réponses, on retrouve l’essentiel de ces classes, pas leurs contours.',
  fragile:
    'En refaisant le tirage des réponses, les classes changent beaucoup : lisez-les comme des pistes, pas comme des groupes de gens.',
}

function Shown({ page: { typology, publication, mention } }: { page: typologies.TypologyPage }) {
  const { classes, people, unclassed, stability, weighted, questions, axes } = typology
  return (
    <div className="typology">
      <Notices publications={[publication]} />
      <p className="said">
        <Strength strength={stability.strength} /> — {stabilityWords[stability.strength]}{' '}
        <span className="muted">
          ({stability.resamples} tirages ; accord {written(stability.rand)} sur 1, indice de Rand ajusté)
        </span>
      </p>
      <p className="muted">
        Base : {answers(people)}
        {unclassed > 0 &&
          ` ; ${written(unclassed)} personnes, que moins de la moitié de ces questions concernent, ne sont dans aucune classe`}
        .{weighted && ' Réponses redressées.'} Sur chaque barre, le trait orange est l’ensemble, le trait noir
        l’intervalle à 95&#x202f;%.
      </p>
      <div className="typology-classes">
        {classes.map((one) => (
          <TypologyClass key={one.value} one={one} />
        ))}
      </div>
      <section>
        <h2>Les oppositions derrière les classes</h2>
        <ol className="typology-axes">
          {axes.map(({ part, poles }, at) => (
            <li key={poles.map((pole) => pole[0]?.answer).join()}>
              <p>
                <b>
                  Axe {at + 1}, {part}&#x202f;% de l’inertie
                </b>{' '}
                <span className="muted small">(corrigée selon Benzécri)</span>
              </p>
              <div className="two">
                <Pole title="D’un côté" pole={poles[0]} />
                <Pole title="De l’autre" pole={poles[1]} />
              </div>
            </li>
          ))}
        </ol>
      </section>
      <details>
        <summary>Comment c’est calculé</summary>
        <p>
          Analyse des correspondances multiples des {questions.length} questions, à partir de comptes protégés ;
          classification de Ward sur les axes retenus, consolidée par k-means. Une réponse donnée par moins de{' '}
          {leastClass} personnes ou d’un vingtième n’a pas de place sur les axes. Les groupes (zone, âge, foyer)
          décrivent les classes sans les faire. Une réponse distingue une classe quand sa valeur-test atteint 3.
        </p>
        <ul>
          {questions.map(({ path, title, rare, isTogether }) => (
            <li key={path}>
              {title}
              {rare.length > 0 && ` — ${isTogether ? 'mises ensemble' : 'trop rares, laissées'} : ${rare.join(', ')}`}
            </li>
          ))}
        </ul>
      </details>
      <p className="muted small">
        <span className="badge" data-kind="warm">
          usage interne
        </span>{' '}
        {mention} Publication n° {publication.number} du {day(publication.madeAt)}, {answers(publication.responses)}.
      </p>
    </div>
  )
}

type PoleProps = { title: string; pole: typologies.TypologyPage['typology']['axes'][number]['poles'][number] }

function Pole({ title, pole }: PoleProps) {
  return (
    <div>
      <p className="muted small">{title}</p>
      {pole.length === 0 ? (
        <p>Personne en particulier : le reste des réponses.</p>
      ) : (
        <ul>
          {pole.map(({ title: question, answer, contribution, cos2 }) => (
            <li key={question + answer}>
              <b>{answer}</b> <span className="muted small">{question}</span>{' '}
              <span className="small">
                contribution {contribution}&#x202f;%, cos² {written(cos2 / 100)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
