/** One class: its size, how sure it is, and the answers it gave more or less often than all, in words and bars. */
import type { typologies } from '../../../api/wire/public.ts'
import { written } from '../../parts/charts/specs.ts'
import { Strength } from '../Strength.tsx'
import { number } from '../words.ts'

type One = typologies.TypologyPage['typology']['classes'][number]
type Trait = One['more'][number]

export const percent = (share: number): string => `${Math.round(share * 100)}\u202f%`
const interval = ({ low, high }: Trait['inClass']) => `${Math.round(low * 100)} – ${percent(high)}`

const steady: Record<string, string> = {
  solide: 'retrouvée presque à l’identique',
  indicatif: 'retrouvée pour l’essentiel',
  fragile: 'rarement retrouvée telle quelle',
}

export function TypologyClass({ one: { value, size, more, less, strength, jaccard } }: { one: One }) {
  return (
    <section className="typology-class boxed" aria-labelledby={`classe-${value}`}>
      <h2 id={`classe-${value}`}>
        Classe {value}
        {size.value !== null && <> : {percent(size.value)}</>}
      </h2>
      <p className="muted small">
        <Strength strength={strength} /> {steady[strength]} (Jaccard {number(jaccard)})
        {size.value !== null && <> ; intervalle à 95&#x202f;% : {interval(size)}</>}
      </p>
      <Traits title="Plus souvent que l’ensemble" traits={more} />
      <Traits title="Moins souvent" traits={less} />
      {more.length + less.length === 0 && <p>Rien ne la distingue nettement : c’est le milieu.</p>}
    </section>
  )
}

function Traits({ title, traits }: { title: string; traits: Trait[] }) {
  if (traits.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="traits">
        {traits.map((trait) => (
          <li key={trait.path + trait.answer}>
            <span>
              <b>{trait.answer}</b> <span className="muted small">{trait.title}</span>
            </span>
            <Bar trait={trait} />
            <span className="small">
              {written(trait.inClass)} <span className="muted">({interval(trait.inClass)})</span>, ensemble{' '}
              {written(trait.inAll)} ; valeur-test {number(trait.testValue).replace('-', '−')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const at = (share: number) => share * 200

/** The class as a bar with its interval, all as a line. */
function Bar({ trait: { inClass, inAll } }: { trait: Trait }) {
  return (
    <svg className="trait-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="2" width="200" height="10" className="trait-track" />
      <rect x="0" y="2" width={at(inClass.value)} height="10" className="trait-fill" />
      <rect
        x={at(inClass.low)}
        y="6"
        width={Math.max(1, at(inClass.high) - at(inClass.low))}
        height="2"
        className="trait-span"
      />
      <rect x={at(inAll.value) - 1} y="0" width="2" height="14" className="trait-all" />
    </svg>
  )
}
