import { headingTerms } from './heading-terms.ts';
import type { HeadingTerms, HeadingWords } from './privacy-detector.ts';

const noTerms: HeadingTerms = { han: [], latin: [] };

function certain(han: string, latin: string): HeadingWords {
  return { certain: headingTerms(han, latin), share: noTerms, 'beside-person': noTerms };
}

function besidePerson(han: string, latin: string): HeadingWords {
  return { certain: noTerms, share: noTerms, 'beside-person': headingTerms(han, latin) };
}

/** How headings call personal information. Initials of pinyin are those of the Chinese terms: sfzh is 身份证号. */
export const headingWords = {
  citizenId: {
    ...certain(
      '身份证号 身份证$ 身份证明号 身份证件号 身份证号码 公民身份号 公民身份证 居民身份证 身份号码 居民身份号',
      'sfz sfzh sfzhm sfzhao sfzjh sfzjhm gmsfhm gmsfzh shenfenzheng idcard idcardno idcardnumber identitycard identitynumber citizenid nationalid chineseid citizenidnumber fddbrsfzh frsfzh jhrsfzh',
    ),
    share: headingTerms(
      '证件号 证件号码 证照号码',
      'zjh zjhm cerno certno certificateno idno idnumber idnum certificatenumber',
    ),
    hint: headingTerms('证件$', ''),
  },
  passport: certain('护照号 护照$', 'hzh hzhm passport passportno passportnumber'),
  otherId: certain(
    '军官证号 士兵证号 驾驶证号 驾驶证档案编号 居住证号 工作证号 通行证号 残疾证号 残疾人证号 残疾人证编号 户口簿号 户口本号 出生医学证明编号 出生证号',
    'jszh cjzh cjrzh jzzh driverlicence driverlicense driverslicense drivinglicence drivinglicense drivinglicenceno residencepermit',
  ),
  socialSecurity: certain(
    '社保卡号 社会保障卡号 社会保障号 社保号 社保编号 医保卡号 医疗证号 医保号 医保编号 个人医保编号 个人社保编号',
    'sbkh shbzh shbzkh ybkh socialsecurity socialsecurityno socialsecuritynumber ssn',
  ),
  name: {
    ...certain(
      '姓名 曾用名 户主$ 户主名 监护人$ 联系人$ 法定代表人$ 法人代表$ 法人$ 负责人$ 经办人$ 申请人$ 当事人$ 持证人$ 被执行人$ 患者$ 业主$ 承租人$ 受益人$ 领取人$ 参保人$ 家长$ 配偶$ 父亲$ 母亲$ 死者$ 被处罚人$ 举报人$ 投诉人$ 学生名字',
      'fullname personname firstname lastname surname familyname givenname contactperson contactname legalrepresentative studentname patientname applicantname frxm lxr lxrxm hzxm xsxm fddbr fddbrxm jhrxm xingming ownername guardianname',
    ),
    share: headingTerms(
      '名字$ 人员$ 用户名$ 昵称$ 收件人$ 权利人$ 处罚对象$ 对象$',
      'name xm personnel username owner applicant',
    ),
  },
  phone: {
    ...certain(
      '手机 移动电话 联系电话 电话 联系方式$ 联系号码',
      'lxdh lxdhhm sjh sjhm dhhm yddh lxrdh lxrdhhm lxrsj lxrsjh lxfs mobile mobileno mobilephone mobilenumber cellphone phonenumber phoneno telephone telephonenumber tel telno contactnumber contactphone jtdh',
    ),
    share: headingTerms('', 'sj dh contact'),
  },
  address: {
    ...certain(
      '住址 家庭地址 户籍地址 户口地址 户籍所在地 户口所在地 户籍登记地 户籍注册地 户口登记地 居住地址 居住地$ 现居住地 常住地址 收货地址 收件地址 家庭所在地 身份证地址',
      'jtzz jtdz hjdz hjszd hkszd jzdz jzd xzz xjzd czdz homeaddress residentialaddress residenceaddress addressofresidence',
    ),
    'beside-person': headingTerms(
      '地址$ 详细地址 通讯地址 通信地址 联系地址',
      'address dz lxdz txdz xxdz postaladdress mailingaddress',
      // Where an organisation sits, as its register entry shows to everybody.
      '注册地址 登记地址 工商地址 经营地址 营业地址 办公地址 生产地址 单位地址 企业地址 公司地址 机构地址 门店地址 项目地址 场所地址 学校地址 医院地址',
    ),
  },
  bankAccount: {
    ...certain(
      '银行账号 银行帐号 银行卡 银行账户 银行帐户 开户账号 开户帐号 收款账号 收款帐号 收款账户 借记卡 信用卡号 存折 一卡通账号 惠农一卡通 打卡账号 发放账号',
      'yhzh yhkh yhkhm khzh skzh yhzhanghao bankaccount bankaccountno bankaccountnumber bankcard bankcardno debitcard creditcard creditcardnumber iban cardnumber',
    ),
    share: headingTerms('账号$ 帐号$ 卡号$ 账户$ 帐户$', 'zh kh account accountno accountnumber card cardno'),
  },
  finances: {
    ...certain('存款余额 贷款余额 个人征信 个人收入 家庭收入 工资收入 实发工资 应发工资', 'creditscore'),
    'beside-person': headingTerms(
      '征信 工资 收入 发放金额 补贴金额 救助金额 补助金额 低保金额 缴费基数 贷款金额',
      'salary income wage amountpaid',
    ),
  },
  health: {
    ...certain(
      '诊断 病历 病案 病史 过敏史 用药史 住院号 门诊号 残疾类别 残疾等级 残疾类型 残疾程度 患病 病情 病症 症状 传染病史 孕产 血型 体检结果 死亡原因 死因',
      'zdjg zdmc blh bah zyh mzh cjlb cjdj diagnosis diagnoses medicalrecord medicalhistory disability disabilitylevel disabilitytype bloodtype symptom allergy causeofdeath',
    ),
    'beside-person': headingTerms(
      '检验结果 检查结果 手术名称 诊断名称 疫苗接种 疾病 疾病名称 疾病编码 残疾 病种 健康状况 身体状况 医疗费用 就诊时间 就诊日期 就诊医院 科室',
      'jkzk healthstatus illness disease',
    ),
  },
  specialStatus: {
    ...certain(
      '低保类别 低保类型 低保证号 救助证号 残疾证号 残疾人证号 特困类别 特困人员类别 困难类别 困难类型 困境儿童类别 孤儿类别 救助类别 服刑 社区矫正 戒毒 吸毒 犯罪记录 前科 刑期 罪名',
      'dblb tklb criminalrecord conviction',
    ),
    'beside-person': headingTerms(
      '残疾 低保 特困 孤儿 困境儿童 留守儿童 贫困户 脱贫户 建档立卡 救助对象 优抚对象 退役军人 失独 信访',
      '',
    ),
  },
  minor: {
    ...certain(
      '学籍号 学生姓名 幼儿姓名 儿童姓名 孩子姓名 子女姓名 未成年人姓名 监护人 学生证号 全国学籍号 新生儿姓名 婴儿姓名',
      'xjh qgxjh xsxm studentname childname pupilname guardian guardianname',
    ),
    'beside-person': headingTerms(
      '学生 儿童 幼儿 婴儿 未成年 年级$ 班级$ 就读学校',
      'student pupil child grade class',
    ),
  },
  whereabouts: {
    ...certain(
      '行踪 行程轨迹 活动轨迹 出行轨迹 个人轨迹 人员轨迹 住宿记录 入住记录 入住酒店 精准定位 实时位置 同住人 乘车人 出行记录 通行记录',
      'trajectory whereabouts',
    ),
    'beside-person': headingTerms(
      '轨迹 经度 纬度 经纬度 定位 住宿 入住时间 退房时间 航班号 车次',
      'longitude latitude lng lat jd wd',
    ),
  },
  biometric: {
    ...certain(
      '人脸 面部特征 指纹 掌纹 虹膜 声纹 耳廓 身份证照片 身份证影像 身份证正面 身份证反面 证件照 本人照片 免冠照 头像 人像',
      'faceimage fingerprint voiceprint faceid idphoto',
    ),
    'beside-person': headingTerms('照片 相片 影像 基因', 'photo picture'),
  },
  religion: certain('宗教信仰 信仰宗教', 'zjxy religion religiousbelief'),
  password: certain('密码$ 登录密码 口令 密保答案', 'password passwd pwd mima'),
  birthDate: certain('出生日期 出生年月 出生时间 生日', 'csrq csny birthdate dateofbirth dob birthday birth'),
  ethnicity: besidePerson('民族$ 民族代码 民族名称', 'mz mzdm ethnicity ethnicgroup nationality race'),
  marriage: besidePerson(
    '婚姻状况 婚姻状态 婚姻$ 婚否 婚史 婚姻状况代码',
    'hyzk hyzkdm maritalstatus marriage',
  ),
  education: besidePerson(
    '学历 学历代码 学位 文化程度 毕业院校 毕业学校',
    'xl xldm whcd byyx education degree',
  ),
  email: {
    ...certain('邮箱 电子邮件 电子信箱', 'email emailaddress mailbox dzyx dzyj'),
    share: headingTerms('', 'mail yx'),
  },
  plate: certain(
    '车牌 号牌号码 车辆号牌 牌照号 机动车号牌',
    'cph cphm hphm clhp licenseplate licenceplate plateno platenumber plate numberplate registrationplate',
  ),
} as const satisfies Readonly<Record<string, HeadingWords>>;
