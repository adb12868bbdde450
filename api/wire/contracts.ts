/** Every route of the api, by its name. */

import * as account from './contracts/account.ts'
import * as actionLog from './contracts/action-log.ts'
import * as authority from './contracts/authority.ts'
import * as design from './contracts/design.ts'
import * as directory from './contracts/directory.ts'
import * as evidence from './contracts/evidence.ts'
import * as fieldwork from './contracts/fieldwork.ts'
import * as heard from './contracts/heard.ts'
import * as kiosk from './contracts/kiosk.ts'
import * as opening from './contracts/opening.ts'
import * as operations from './contracts/operations.ts'
import * as paper from './contracts/paper.ts'
import * as followUp from './contracts/plan-follow-up.ts'
import { announcementContracts, publicResultContracts } from './contracts/public-results.ts'
import * as respondent from './contracts/respondent.ts'
import * as results from './contracts/results.ts'
import * as settings from './contracts/settings.ts'
import * as table from './contracts/table.ts'
import * as team from './contracts/team.ts'
import { youngContracts } from './contracts/young.ts'

export const contracts = {
  ...operations.healthContracts,
  ...respondent.cspContracts,
  ...respondent.siteContracts,
  ...respondent.questionnaireContracts,
  ...respondent.responseContracts,
  ...respondent.withdrawalContracts,
  ...respondent.carriedContracts,
  ...respondent.contactContracts,
  ...respondent.visitContracts,
  ...kiosk.kioskContracts,
  ...account.accountContracts,
  ...team.teamContracts,
  ...settings.auditContracts,
  ...operations.unreadableContracts,
  ...settings.settingsContracts,
  ...settings.openapiContracts,
  ...table.tableContracts,
  ...authority.authorityContracts,
  ...opening.liveContracts,
  ...opening.parameterContracts,
  ...design.designContracts,
  ...results.analyseContracts,
  ...results.typologyContracts,
  ...evidence.registeredContracts,
  ...directory.directoryContracts,
  ...directory.ownCardContracts,
  ...directory.directoryPageContracts,
  ...youngContracts,
  ...publicResultContracts,
  ...announcementContracts,
  ...results.exportContracts,
  ...results.vigilanceContracts,
  ...heard.heardContracts,
  ...followUp.followUpContracts,
  ...paper.paperContracts,
  ...fieldwork.fieldworkContracts,
  ...actionLog.actionLogContracts,
  ...actionLog.exitContracts,
} as const

export type Contracts = typeof contracts
export type Route = keyof Contracts
