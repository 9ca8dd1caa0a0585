import { bankCardFormat } from '../../formats/bank-card.ts';
import { dateFault, mendedDate } from '../../formats/calendar.ts';
import { cnPassportFormat } from '../../formats/cn-passport.ts';
import { cnPlateFormat } from '../../formats/cn-plate.ts';
import { emailFormat } from '../../formats/email.ts';
import { digitSight, isOldCitizenNumber, sightDigits } from './digit-runs.ts';

/** Longest text that a value of these classes has; an address in words is the longest. UTF-16 units. */
const maxValue = 300;

const mobile = /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const landline = /(?<!\d)(?:(?:\+86[ -]?|0)\d{2,3}[)\- —–]?)?[2-8]\d{6,7}(?:[-—转]\d{1,6})?(?!\d)/;
const service = /^[48]00-?\d{3}-?\d{4}$/;

/** An expression of letters, brackets and choices for texts in capital and small letters alike, as automata know no flags. */
function anyCase(source: string): string {
  return source.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const roles =
  'info|office|bgs|service|kefu|support|contact|admin|webmaster|postmaster|press|news|open-?data|data|mail|enquir(?:y|ies)|help(?:desk)?|zhengwu|xxgk|xfj|jubao|tousu';

/** Every address of an office matches, and some others: those that start like a role. Names start with `zheng`, too. */
export const perhapsOfficePattern = new RegExp(
  `^(?:${anyCase(
    roles
      .split('|')
      .map((role) => (role === 'zhengwu' ? role : /^[a-z]{1,3}/.exec(role)?.[0]))
      .join('|'),
  )})|${anyCase('gov')}`,
);

/** What makes an address of e-mail one of an office. */
const officePattern = new RegExp(
  `^(?:${anyCase(roles)})\\d{0,4}@|@(?:[A-Za-z\\d-]+\\.){0,4}${anyCase('gov')}(?:\\.[A-Za-z]{2})?$`,
);

/** A citizen number, also with blanks or hyphens between its groups, also of 15 digits. */
export function holdsCitizenNumber(text: string): boolean {
  if (text.length > maxValue) return false;
  if (showsCitizen(text)) return true;
  const plain = text.replaceAll(/[\s-]/g, '');
  return isOldCitizenNumber(plain) || (plain !== text && showsCitizen(plain));
}

function showsCitizen(text: string): boolean {
  return (sightDigits(text) & (digitSight.citizen | digitSight.citizenOrCredit)) !== 0;
}

/** A mobile number, also in groups, also with the code of the country. */
export function holdsMobile(text: string): boolean {
  return text.length <= maxValue && mobile.test(text);
}

/** A number of a fixed telephone and no mobile number. */
export function holdsLandline(text: string): boolean {
  return text.length <= maxValue && !service.test(text) && landline.test(text) && !holdsMobile(text);
}

/** A number of a bank card, or of another account where the heading says that it is one. */
export function holdsBankAccount(text: string): boolean {
  if (text.length > 64) return false;
  const digits = text.replaceAll(/[\s-]/g, '');
  return bankCardFormat.check(digits) === true || (/^\d{9,32}$/.test(digits) && !/^(\d)\1*$/.test(digits));
}

/** An address of e-mail that is not that of an office. */
export function holdsPersonalEmail(text: string): boolean {
  return text.length <= maxValue && !officePattern.test(text) && isEmail(text);
}

/** An address of e-mail of an office: under a domain of government, or with a role before the @. */
export function holdsOfficeEmail(text: string): boolean {
  return text.length <= maxValue && officePattern.test(text) && isEmail(text);
}

function isEmail(text: string): boolean {
  return text.includes('@') && emailFormat.check(text) === true;
}

/** An address in words: a division or street and more, or number and street. */
export function holdsAddress(text: string): boolean {
  if (text.length < 4 || text.length > maxValue) return false;
  if (/[\u3400-\u9FFF]/.test(text))
    return /[省市区县旗州盟镇乡村街道路巷弄组社屯庄号栋幢楼室]/.test(text.slice(1));
  return /\d/.test(text) && /\p{L}{3}/u.test(text) && !/[@/]/.test(text);
}

export function holdsPlate(text: string): boolean {
  return text.length <= 16 && cnPlateFormat.check(text.replaceAll(/[·•.\s-]/g, '').toUpperCase()) === true;
}

export function holdsPassport(text: string): boolean {
  return text.length <= 16 && cnPassportFormat.check(text.toUpperCase()) === true;
}

/** A number on a card or certificate: at least five digits, letters and signs around. */
export function holdsDocumentNumber(text: string): boolean {
  return text.length <= 40 && /\d{5}/.test(text) && /^[\p{L}\d()〔〕[\]\- ]+$/u.test(text);
}

/** A day or month of birth in any usual style. */
export function holdsBirthDate(text: string): boolean {
  if (text.length > 32) return false;
  return (
    dateFault(text) === undefined ||
    mendedDate(text) !== undefined ||
    /^(?:18|19|20)\d{2}(?:[-/.年]?(?:0?[1-9]|1[0-2])月?)$/.test(text)
  );
}

/** The words for nothing. */
export const nothingPattern = new RegExp(
  `^(?:无|暂无|没有|空|不详|未知|不适用|略|待定|否|${anyCase('n|no|none|null|n/a|na|nil|false')}|0|[-—/\\\\.\\s]+)$`,
);

/** Anything but the words for nothing. */
export function saysSomething(text: string): boolean {
  return text.length > 32 || !nothingPattern.test(text);
}

/** A bank card of a known issuer; other numbers pass the check digit one time in ten. */
export function holdsIssuedCard(text: string): boolean {
  return text.length <= 64 && (sightDigits(text.replaceAll(/[\s-]/g, '')) & digitSight.card) !== 0;
}
