/** One indicator: what it reads, how it counts, what its sentence will say. */

import { levelHeading } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { groupMeansNeed } from '../../../surveys/charts/no-figure.ts'
import { removeIndicator, setIndicator } from '../../../surveys/edit/head.ts'
import { breakdownsFor, exampleOf, indicatorFields } from '../../../surveys/edit/indicator-fields.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Indicator } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { SelectField, TextAreaField, TextField } from '../../parts/staff/Field.tsx'
import { quoted } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Ticks } from './Ticks.tsx'

type Props = { room: DraftRoom; indicator: Indicator; onRemoved: () => void }

export function IndicatorEditor({ room, indicator, onRemoved }: Props) {
  const { questionnaire, measures, isReadOnly } = room
  const { id } = indicator
  const fields = indicatorFields(questionnaire)
  const field = fields.find(({ path }) => path === indicator.field)
  const offered = measures.filter(({ kinds }) => field && kinds.includes(field.kind))
  const measure = measures.find(({ name }) => name === indicator.measure)
  const needed = measure?.number && indicator.breakdowns.length > 0 ? groupMeansNeed : ''
  const own =
    frenchOf(indicator.title) === '' ? `l’indicateur ${id}` : `l’indicateur ${quoted(frenchOf(indicator.title))}`
  const set = (what: string, change: Partial<Indicator>) =>
    room.change(`${what} de ${own}`, (draft) => setIndicator(draft, id, change), { as: `${what} ${id}` })

  function read(path: string) {
    const next = fields.find((one) => one.path === path)
    const fits = measure && next && measure.kinds.includes(next.kind)
    const other = fits ? measure : measures.find(({ kinds }) => next && kinds.includes(next.kind))
    set('Question', {
      field: path,
      wanted: undefined,
      beside: undefined,
      breakdowns: indicator.breakdowns.filter((name) =>
        breakdownsFor(questionnaire, path).some((offer) => offer.path === name),
      ),
      ...(other && !fits ? { measure: other.name, sentence: other.sentence } : {}),
      ...(next ? { unit: next.parent === null ? questionnaire.unit : 'children' } : {}),
    })
  }
  function count(name: string) {
    const next = measures.find((one) => one.name === name)
    if (!next) return
    const isOwn = indicator.sentence !== '' && indicator.sentence !== measure?.sentence
    set('Mesure', {
      measure: name,
      beside: undefined,
      ...(next.needsWanted ? {} : { wanted: undefined }),
      ...(isOwn ? {} : { sentence: next.sentence }),
    })
  }
  return (
    <div className="indicator-editor">
      <TextField
        label="Titre du résultat"
        help="Court : ce que le chiffre montre."
        value={indicator.title}
        readOnly={isReadOnly}
        onChange={(text) => set('Titre', { title: text })}
      />
      <SelectField
        label={`${levelHeading('objective')} du plan`}
        value={indicator.objective}
        disabled={isReadOnly}
        choices={objectives().map(({ number, title }) => ({ value: number, text: `${number}. ${title}` }))}
        onChange={(objective) => set(levelHeading('objective'), { objective })}
      />
      <SelectField
        label="Question lue"
        value={field ? indicator.field : ''}
        disabled={isReadOnly}
        none={field ? undefined : 'Choisir une question'}
        choices={fields.map(({ path, title }) => ({ value: path, text: title }))}
        onChange={read}
      />
      <SelectField
        label="Mesure"
        help={measure?.help}
        value={measure ? indicator.measure : ''}
        disabled={isReadOnly}
        none={measure ? undefined : 'Choisir une mesure'}
        choices={[
          ...(measure && !offered.includes(measure)
            ? [{ value: measure.name, text: `${measure.title} (ne va pas avec cette question)` }]
            : []),
          ...offered.map(({ name, title }) => ({ value: name, text: title })),
        ]}
        onChange={count}
      />
      {measure?.needsWanted && field && (
        <Ticks
          legend="Réponses comptées"
          isReadOnly={isReadOnly}
          offered={(field.kind === 'boolean'
            ? [
                { value: 'true', text: 'Oui' },
                { value: 'false', text: 'Non' },
              ]
            : field.choices
          ).map(({ value, text }) => ({ value, text }))}
          chosen={indicator.wanted ?? []}
          onChange={(wanted) => set('Réponses comptées', { wanted })}
        />
      )}
      {measure?.beside.map(({ title, optional }, at) => (
        <SelectField
          key={title}
          label={title}
          isOptional={optional}
          value={indicator.beside?.[at] ?? ''}
          disabled={isReadOnly}
          none="Aucune"
          choices={fields.map(({ path, title: name }) => ({ value: path, text: name }))}
          onChange={(value) => {
            const beside = measure.beside.map((_, index) => (index === at ? value : (indicator.beside?.[index] ?? '')))
            set(title, { beside: beside.some((name) => name !== '') ? withoutTail(beside) : undefined })
          }}
        />
      ))}
      <Ticks
        legend="Comparer selon"
        help={['Une case masquée dès que le groupe est trop petit.', needed].filter(Boolean).join(' ')}
        isReadOnly={isReadOnly}
        offered={breakdownsFor(questionnaire, indicator.field).map(({ path, title }) => ({ value: path, text: title }))}
        chosen={indicator.breakdowns}
        onChange={(breakdowns) => set('Comparaisons', { breakdowns })}
      />
      <Ticks
        legend="Nature de la réponse"
        help="Le résultat rappelle alors qu’une intention n’est pas une inscription."
        isReadOnly={isReadOnly}
        offered={[{ value: 'intention', text: 'Une intention ou un souhait' }]}
        chosen={indicator.intention ? ['intention'] : []}
        onChange={(chosen) => set('Nature de la réponse', { intention: chosen.length > 0 })}
      />
      <SelectField
        label="Ce que compte le chiffre"
        data-width="short"
        value={indicator.unit}
        disabled={isReadOnly}
        choices={[
          { value: 'households', text: 'des foyers' },
          { value: 'children', text: 'des enfants' },
          { value: 'persons', text: 'des personnes' },
        ]}
        onChange={(unit) => set('Unité', { unit })}
      />
      <TextAreaField
        label="Phrase"
        help="{value} est le chiffre, {interval} sa marge, {base} le nombre de réponses, {top} la réponse qui vient en tête."
        rows={3}
        value={indicator.sentence}
        readOnly={isReadOnly}
        onChange={(sentence) => set('Phrase', { sentence })}
      />
      <p className="indicator-example">
        <b>Par exemple</b>
        {exampleOf(indicator, questionnaire, measure)}
      </p>
      {!isReadOnly && (
        <Button
          kind="danger"
          onClick={() => {
            room.change(`Retirer ${own}`, (draft) => removeIndicator(draft, id))
            onRemoved()
          }}
        >
          Retirer cet indicateur
        </Button>
      )}
    </div>
  )
}

/** The order says which is which: only what follows the last given one is left out. */
function withoutTail(names: string[]): string[] {
  const last = names.findLastIndex((name) => name !== '')
  return names.slice(0, last + 1)
}
