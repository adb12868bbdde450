/** The few findings that the report puts first: a picture and a sentence each. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StrengthKey } from '../Strength.tsx'
import { Card, type Sources } from './Answers.tsx'
import '../results.css'

/** The title of each says its questionnaire where it has to. */
const noSources: Sources = new Map()

export function MainFindings({ title, findings }: { title: string; findings: readonly analyse.PicturedFinding[] }) {
  return (
    <Section id="main-title" title={title}>
      <p>
        <Link href="/analyse/comite">Une page pour décider</Link>, {levelWords('objective').one} par{' '}
        {levelWords('objective').one}, à montrer au comité.
      </p>
      <StrengthKey present={findings.map(({ strength }) => strength)} />
      <ul className="answer-cards main-findings">
        {findings.map((line) => (
          <li key={`${line.questionnaire}/${line.indicator}`}>
            <p className="eyebrow">
              <Link href={`/analyse/objectif/${line.objective}`}>{levelTitle('objective', line.objective)}</Link> ·{' '}
              {line.title}
            </p>
            <Card line={line} sources={noSources} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
