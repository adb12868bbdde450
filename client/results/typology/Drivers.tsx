/** What separates those who gave an answer: the tree as a picture and as a list. */
import type { typologies } from '../../../api/wire/public.ts'
import { written } from '../../parts/charts/specs.ts'
import { Strength } from '../Strength.tsx'
import { number } from '../words.ts'
import { percent } from './TypologyClass.tsx'

type Driver = NonNullable<typologies.TypologyPage['typology']['driver']>
type Branch = Driver['nodes'][number] & { below: Branch[] }

/** The list of nodes as branches. */
function branchesOf(nodes: Driver['nodes']): Branch[] {
  const roots: Branch[] = []
  const path: Branch[] = []
  for (const node of nodes) {
    const branch: Branch = { ...node, below: [] }
    path.length = node.depth
    ;(path.at(-1)?.below ?? roots).push(branch)
    path.push(branch)
  }
  return roots
}

export function Drivers({ driver: { title, answer, nodes, steady, strength } }: { driver: Driver }) {
  const [root] = branchesOf(nodes)
  return (
    <section>
      <h2>Ce qui sépare le plus : « {answer} »</h2>
      <p className="muted">{title}</p>
      {root === undefined ? (
        <p>Trop peu de personnes ont donné cette réponse pour en dire quelque chose.</p>
      ) : root.below.length === 0 ? (
        <p>
          {percent(root.share.value)} de l’ensemble. Aucune des autres questions, aucun groupe ne sépare nettement ceux
          qui ont donné cette réponse.
        </p>
      ) : (
        <>
          {strength && steady !== null && (
            <p>
              <Strength strength={strength} /> La première séparation revient dans {percent(steady)} des tirages
              refaits.
            </p>
          )}
          <ul className="drivers">
            <Node branch={root} />
          </ul>
          <p className="muted small">
            Un lien n’est pas une cause. Un groupe de moins de 50 personnes n’est pas séparé ; les réponses qui ne
            diffèrent pas sont mises ensemble (CHAID, test de Rao-Scott, correction de Bonferroni).
          </p>
        </>
      )}
    </section>
  )
}

function Node({ branch: { answers, share, below } }: { branch: Branch }) {
  const question = below[0]?.question
  return (
    <li>
      <div className="driver">
        <span>{answers.length === 0 ? 'Ensemble' : answers.join(', ou ')}</span>
        <svg className="trait-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
          <rect x="0" y="2" width="200" height="10" className="trait-track" />
          <rect x="0" y="2" width={share.value * 200} height="10" className="trait-fill" />
          <rect
            x={share.low * 200}
            y="6"
            width={Math.max(1, (share.high - share.low) * 200)}
            height="2"
            className="trait-span"
          />
        </svg>
        <b>{written(share)}</b>
        <span className="muted small">
          {Math.round(share.low * 100)} – {percent(share.high)} ; {number(share.base)} personnes
        </span>
      </div>
      {question && (
        <>
          <p className="driver-question">selon : {question}</p>
          <ul>
            {below.map((child) => (
              <Node key={child.answers.join()} branch={child} />
            ))}
          </ul>
        </>
      )}
    </li>
  )
}
