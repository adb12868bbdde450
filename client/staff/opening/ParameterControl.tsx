/** One thing to say: a text in each language, or a list of answers in a table that takes a paste. */
import type { staff } from '../../../api/wire/public.ts'
import { languageRows, languages } from '../../../surveys/languages.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { pasteInto } from '../../parts/staff/cells.ts'
import { Failure, TextField } from '../../parts/staff/Field.tsx'
import { languageNames } from '../../parts/staff/languages.ts'
import { TableEditor } from '../tables/TableEditor.tsx'
import { type Cells, isFilled } from './parameter-cells.ts'

type Props = {
  parameter: staff.ParametersPage['parameters'][number]
  cells: Cells
  error: string | undefined
  onChange: (cells: Cells) => void
}

export function ParameterControl({ parameter, cells, error, onChange }: Props) {
  const { name, title, help, kind } = parameter
  return (
    <section className="section" aria-labelledby={`parameter-${name}`}>
      <div>
        <h2 id={`parameter-${name}`} tabIndex={-1}>
          {title}{' '}
          <span className="badge" data-kind={isFilled(cells) ? 'good' : 'warm'}>
            {isFilled(cells) ? 'rempli' : 'vide'}
          </span>
        </h2>
        {help && <p className="muted">{help}</p>}
        <p className="muted">À l’essai, tant que c’est vide : {provisionalText(parameter)}</p>
      </div>
      {kind === 'text' ? (
        <Words cells={cells} onChange={onChange} />
      ) : (
        <Answers title={title} cells={cells} onChange={onChange} />
      )}
      <Failure text={error} />
    </section>
  )
}

const provisionalText = ({ provisional }: Props['parameter']) =>
  Array.isArray(provisional)
    ? provisional.map(({ text }) => `«\u202f${frenchOf(text)}\u202f»`).join(', ')
    : `«\u202f${frenchOf(provisional)}\u202f»`

function Words({ cells, onChange }: Pick<Props, 'cells' | 'onChange'>) {
  const [line = []] = cells
  return languages.map((language, at) => (
    <TextField
      key={language}
      label={languageNames[language]}
      isOptional={language !== 'fr'}
      lang={languageRows[language].tag}
      dir={languageRows[language].direction}
      maxLength={300}
      value={line[at] ?? ''}
      onChange={(text) => onChange([languages.map((_, place) => (place === at ? text : (line[place] ?? '')))])}
    />
  ))
}

const columns = languages.map((language) => ({
  label: languageNames[language],
  help: language === 'fr' ? 'Ce que les gens liront' : 'Vide : le français est montré',
  optional: language !== 'fr',
  isFixed: false,
  words: [],
}))

function Answers({ title, cells, onChange }: Pick<Props, 'cells' | 'onChange'> & { title: string }) {
  return (
    <TableEditor
      caption={title}
      columns={columns}
      cells={cells}
      problems={[]}
      example={languages.map((language) => ({ fr: 'Réparer un vélo', en: 'Mend a bike' })[language as string] ?? '')}
      onChange={onChange}
      onPaste={async (text) => {
        if (text.trim() === '') return 'Rien n’a été collé.'
        const lines = pasteInto([], text, 0, 0, columns.length)
        onChange(lines[0]?.[0] === columns[0]!.label ? lines.slice(1) : lines)
        return null
      }}
    />
  )
}
