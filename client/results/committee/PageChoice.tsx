/** One page of the committee being prepared: which finding answers, and in which words. */

import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { SelectField, TextAreaField } from '../../parts/staff/Field.tsx'

export type Choice = { objective: number; finding: string | null; answer: string; asked: string }

type Props = {
  choice: Choice
  offer: analyse.Committee['offered'][number] | undefined
  change: (choice: Choice) => void
  remove: () => void
  /** Absent at the ends of the list. */
  up?: () => void
  down?: () => void
}

export function PageChoice({ choice, offer, change, remove, up, down }: Props) {
  const { objective, finding, answer, asked } = choice
  return (
    <li className="page-choice">
      <h2>
        {levelTitle('objective', objective)}. {shortTitles()[objective] ?? offer?.title}
      </h2>
      <SelectField
        label="Le résultat qui répond"
        value={finding ?? ''}
        none="Le plus solide"
        choices={offer?.findings.map(({ id, title }) => ({ value: id, text: title })) ?? []}
        onChange={(id) => change({ ...choice, finding: id === '' ? null : id })}
      />
      <Words
        label="La réponse, en une phrase"
        help="Vide : la phrase du résultat."
        value={answer}
        onChange={(text) => change({ ...choice, answer: text })}
      />
      <Words
        label="La décision demandée"
        help="Vide : celle que le plan propose."
        value={asked}
        onChange={(text) => change({ ...choice, asked: text })}
      />
      <p className="links">
        {up && <Button onClick={up}>Monter</Button>}
        {down && <Button onClick={down}>Descendre</Button>}
        <Button onClick={remove}>Retirer cette page</Button>
      </p>
    </li>
  )
}

type WordsProps = { label: string; help: string; value: string; onChange: (text: string) => void }

const Words = ({ label, help, value, onChange }: WordsProps) => (
  <TextAreaField label={label} help={help} isOptional rows={2} maxLength={400} value={value} onChange={onChange} />
)
