import { headingWords } from './heading-words.ts';
import { isChineseName, isPersonName } from './person-name.ts';
import type { PrivacyDetector, PrivacyGrade } from './privacy-detector.ts';
import {
  holdsAddress,
  holdsBankAccount,
  holdsBirthDate,
  holdsCitizenNumber,
  holdsDocumentNumber,
  holdsIssuedCard,
  holdsLandline,
  holdsMobile,
  holdsOfficeEmail,
  holdsPassport,
  holdsPersonalEmail,
  holdsPlate,
  saysSomething,
} from './value-tests.ts';

function grades(earlier: PrivacyGrade, later: PrivacyGrade): PrivacyDetector['grades'] {
  return { 'gbt-35273': earlier, 'gbt-45574': later };
}

const always = grades('sensitive', 'sensitive');
/** GB/T 45574 no longer lists the numbers of documents and telephones among sensitive information. */
const formerly = grades('sensitive', 'personal');
const personal = grades('personal', 'personal');

const byValue = { identifies: false, anyValue: false } as const;
const byHeading = { identifies: false, anyValue: true, test: saysSomething } as const;

/** Every class, those that tell most of a person first. Two that share headings have tests that exclude each other. */
export const privacyDetectors: readonly PrivacyDetector[] = [
  {
    id: 'citizen-id',
    title: { en: 'citizen identification number', 'zh-CN': '身份证件号' },
    grades: formerly,
    words: headingWords.citizenId,
    identifies: true,
    anyValue: false,
    test: holdsCitizenNumber,
  },
  {
    id: 'passport',
    title: { en: 'passport number', 'zh-CN': '护照号' },
    grades: formerly,
    words: headingWords.passport,
    identifies: true,
    anyValue: false,
    test: holdsPassport,
  },
  {
    id: 'other-id',
    title: { en: 'number of another identity document', 'zh-CN': '其他身份证件号' },
    grades: formerly,
    words: headingWords.otherId,
    identifies: true,
    anyValue: false,
    test: holdsDocumentNumber,
  },
  {
    id: 'social-security',
    title: { en: 'social security number', 'zh-CN': '社会保障号' },
    grades: formerly,
    words: headingWords.socialSecurity,
    identifies: true,
    anyValue: false,
    test: holdsDocumentNumber,
  },
  {
    id: 'bank-account',
    title: { en: 'bank account', 'zh-CN': '银行账号' },
    grades: always,
    words: headingWords.bankAccount,
    ...byValue,
    test: (text, strength) => (strength === 'certain' ? holdsBankAccount(text) : holdsIssuedCard(text)),
  },
  {
    id: 'biometric',
    title: { en: 'biometric information', 'zh-CN': '生物识别信息' },
    grades: always,
    words: headingWords.biometric,
    ...byHeading,
  },
  {
    id: 'health',
    title: { en: 'health', 'zh-CN': '健康生理信息' },
    grades: always,
    words: headingWords.health,
    ...byHeading,
  },
  {
    id: 'special-status',
    title: { en: 'special status', 'zh-CN': '特定身份' },
    grades: grades('none', 'sensitive'),
    words: headingWords.specialStatus,
    ...byHeading,
  },
  {
    id: 'minor',
    title: { en: 'minors', 'zh-CN': '未成年人信息' },
    grades: always,
    words: headingWords.minor,
    ...byHeading,
  },
  {
    id: 'whereabouts',
    title: { en: 'whereabouts', 'zh-CN': '行踪轨迹' },
    grades: always,
    words: headingWords.whereabouts,
    ...byHeading,
  },
  {
    id: 'religion',
    title: { en: 'religious belief', 'zh-CN': '宗教信仰' },
    grades: always,
    words: headingWords.religion,
    ...byHeading,
  },
  {
    id: 'finances',
    title: { en: 'personal finances', 'zh-CN': '个人财产信息' },
    grades: grades('sensitive', 'personal'),
    words: headingWords.finances,
    ...byHeading,
  },
  {
    id: 'password',
    title: { en: 'password', 'zh-CN': '口令' },
    grades: always,
    words: headingWords.password,
    ...byHeading,
  },
  {
    id: 'phone',
    title: { en: 'mobile phone number', 'zh-CN': '手机号码' },
    grades: formerly,
    words: headingWords.phone,
    ...byValue,
    test: holdsMobile,
  },
  {
    id: 'landline',
    title: { en: 'fixed telephone number', 'zh-CN': '固定电话' },
    grades: personal,
    words: headingWords.phone,
    ...byValue,
    test: holdsLandline,
  },
  {
    id: 'name',
    title: { en: 'name of a person', 'zh-CN': '姓名' },
    grades: personal,
    words: headingWords.name,
    identifies: true,
    anyValue: false,
    test: (text, strength) => (strength === 'certain' ? isPersonName(text) : isChineseName(text)),
  },
  {
    id: 'address',
    title: { en: 'home address', 'zh-CN': '住址' },
    grades: personal,
    words: headingWords.address,
    ...byValue,
    test: holdsAddress,
  },
  {
    id: 'email',
    title: { en: 'e-mail address', 'zh-CN': '电子邮箱' },
    grades: personal,
    words: headingWords.email,
    ...byValue,
    test: holdsPersonalEmail,
  },
  {
    id: 'office-email',
    title: { en: 'e-mail address of an office', 'zh-CN': '单位电子邮箱' },
    grades: personal,
    words: headingWords.email,
    ...byValue,
    test: holdsOfficeEmail,
  },
  {
    id: 'plate',
    title: { en: 'number plate', 'zh-CN': '车牌号' },
    grades: personal,
    words: headingWords.plate,
    ...byValue,
    test: holdsPlate,
  },
  {
    id: 'birth-date',
    title: { en: 'date of birth', 'zh-CN': '出生日期' },
    grades: personal,
    words: headingWords.birthDate,
    ...byValue,
    test: holdsBirthDate,
  },
  {
    id: 'ethnicity',
    title: { en: 'ethnic group', 'zh-CN': '民族' },
    grades: personal,
    words: headingWords.ethnicity,
    ...byHeading,
  },
  {
    id: 'marriage',
    title: { en: 'marital status', 'zh-CN': '婚姻状况' },
    grades: personal,
    words: headingWords.marriage,
    ...byHeading,
  },
  {
    id: 'education',
    title: { en: 'education', 'zh-CN': '学历' },
    grades: personal,
    words: headingWords.education,
    ...byHeading,
  },
];
