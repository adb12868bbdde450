/** Named styles of the DOCX, so that staff change one and the whole report follows. */
import { type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'

export const colours = {
  ink: '1B1F2A',
  muted: '565C69',
  line: 'D9D5CC',
  accent: '0B5D5E',
  soft: 'E3EFEE',
  warm: 'B04D06',
  warmSoft: 'FBEBDD',
} as const
export const font = 'IBM Plex Sans'

export const bullets = 'puces'
export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 284, hanging: 200 } }, run: { font } },
        },
      ],
    },
  ],
}

const paragraph = (before: number, after: number) => ({
  spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
})
const heading = (size: number, before: number, color: string) => ({
  run: { size, bold: true, color, font },
  paragraph: { ...paragraph(before, 40), keepNext: true },
})
const own = (id: string, name: string, run: object, spacing: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph: spacing,
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 20, color: colours.ink, language: { value: 'fr-FR' } },
      paragraph: paragraph(0, 80),
    },
    title: { run: { size: 60, bold: true, color: colours.accent, font }, paragraph: paragraph(2400, 240) },
    heading1: heading(34, 100, colours.ink),
    heading2: heading(26, 100, colours.accent),
    heading3: heading(23, 160, colours.ink),
    heading4: heading(20, 240, colours.muted),
    listParagraph: { run: { font } },
  },
  paragraphStyles: [
    own('Constat', 'Constat', { size: 23 }, { ...paragraph(0, 80), keepNext: true }),
    own('Resume', 'Résumé', { size: 19 }, { ...paragraph(0, 0), keepNext: true }),
    own('Chapo', 'Chapo', { size: 21 }, paragraph(0, 160)),
    own('Repere', 'Repère', { size: 17, color: colours.muted }, { ...paragraph(80, 0), keepNext: true }),
    own('Petit', 'Petit', { size: 17, color: colours.muted }, paragraph(10, 30)),
    own('Entre', 'Entre deux tableaux', { size: 8 }, paragraph(0, 0)),
    own('Force', 'Force', { size: 17, color: colours.muted }, { ...paragraph(20, 60), keepNext: true }),
    own('Limite', 'Limite', { size: 18, color: colours.muted }, { ...paragraph(40, 80), indent: { left: 240 } }),
    own('Marque', 'Marque', { size: 18, color: '6B2F04' }, { ...paragraph(60, 100), keepNext: true }),
    own('Cellule', 'Cellule', { size: 17 }, { spacing: { before: 22, after: 22 } }),
    own(
      'CelluleLiee',
      'Cellule liée à la suivante',
      { size: 17 },
      { spacing: { before: 22, after: 22 }, keepNext: true },
    ),
    own(
      'Entete',
      'En-tête de tableau',
      { size: 16, color: colours.muted },
      { spacing: { before: 30, after: 30 }, keepNext: true },
    ),
    own('Bandeau', 'Bandeau', { size: 24, color: 'FFFFFF' }, { ...paragraph(0, 0), keepNext: true }),
    own('Legende', 'Légende de figure', { size: 18, bold: true }, { ...paragraph(100, 40), keepNext: true }),
  ],
}
