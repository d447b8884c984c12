"""Names of currencies and measures, by scripts/make_units.py from CLDR (babel 2.18.0)."""

# ruff: noqa: E501 - a line for each unit
# code | signs | names
CURRENCIES = """\
ADP||andorran peseta|andorran pesetas|安道尔比塞塔|安道爾陪士特
AED||united arab emirates dirham|uae dirham|uae dirhams|阿联酋迪拉姆|阿拉伯聯合大公國迪爾汗
AFN||afghan afghani|afghan afghanis|阿富汗尼
ALL||albanian lek|albanian lekë|阿尔巴尼亚列克|阿爾巴尼亞列克
AMD||armenian dram|armenian drams|亚美尼亚德拉姆|亞美尼亞德拉姆
ANG||netherlands antillean guilder|netherlands antillean guilders|荷属安的列斯盾|荷屬安地列斯盾
AOA||angolan kwanza|angolan kwanzas|安哥拉宽扎|安哥拉寬扎
ARA||argentine austral|argentine australs|阿根廷奥斯特拉尔|阿根廷奧斯特納爾
ARS||argentine peso|argentine pesos|阿根廷比索|阿根廷披索
ATS||austrian schilling|austrian schillings|奥地利先令|奧地利先令
AUD|A$ AU$|australian dollar|australian dollars|澳大利亚元|澳幣
AWG||aruban florin|阿鲁巴弗罗林|阿路巴盾
AZN||azerbaijani manat|azerbaijani manats|阿塞拜疆马纳特|亞塞拜然馬納特
BAD||波士尼亞-赫塞哥維納第納爾
BAM||bosnia-herzegovina convertible mark|bosnia-herzegovina convertible marks|波斯尼亚-黑塞哥维那可兑换马克|波士尼亞-赫塞哥維納可轉換馬克
BAN||波士尼亞-赫塞哥維納新第納爾
BBD||barbadian dollar|barbadian dollars|巴巴多斯元|巴貝多元
BDT||bangladeshi taka|bangladeshi takas|孟加拉塔卡
BEF||belgian franc|belgian francs|比利时法郎|比利時法郎
BGL||bulgarian hard lev|bulgarian hard leva|保加利亚硬列弗|保加利亞硬列弗
BGM||bulgarian socialist lev|bulgarian socialist leva|保加利亚社会党列弗|保加利亞社會黨列弗
BGN||bulgarian lev|bulgarian leva|保加利亚列弗|保加利亞新列弗
BHD||bahraini dinar|bahraini dinars|巴林第纳尔|巴林第納爾
BIF||burundian franc|burundian francs|布隆迪法郎|蒲隆地法郎
BMD||bermudan dollar|bermudan dollars|bermudian dollar|bermudian dollars|百慕大元|百慕達幣
BND||brunei dollar|brunei dollars|文莱元|汶萊元
BOB||bolivian boliviano|bolivian bolivianos|玻利维亚诺|玻利維亞諾
BOP||bolivian peso|bolivian pesos|玻利维亚比索|玻利維亞披索
BOV||bolivian mvdol|bolivian mvdols|玻利維亞幕多
BRL|R$|brazilian real|brazilian reals|巴西雷亚尔|巴西雷亞爾
BRN||巴西克如爾達農瓦
BSD||bahamian dollar|bahamian dollars|巴哈马元|巴哈馬元
BTN||bhutanese ngultrum|bhutanese ngultrums|不丹努尔特鲁姆|不丹那特倫
BUK||burmese kyat|burmese kyats|缅元|緬甸基雅特
BWP||botswanan pula|botswanan pulas|博茨瓦纳普拉|波札那普拉
BYN||belarusian ruble|belarusian rubles|belarusian rouble|belarusian roubles|白俄罗斯卢布|白俄羅斯盧布
BZD||belize dollar|belize dollars|伯利兹元|貝里斯元
CAD|CA$|canadian dollar|canadian dollars|加拿大元|加幣
CDF||congolese franc|congolese francs|刚果法郎|剛果法郎
CHE||wir euro|wir euros
CHF||swiss franc|swiss francs|瑞士法郎
CHW||wir franc|wir francs
CLE||chilean escudo|chilean escudos|智利埃斯库多|智利埃斯庫多
CLF||卡林油達佛曼跎
CLP||chilean peso|chilean pesos|智利比索|智利披索
CNX||chinese people’s bank dollar|chinese people’s bank dollars|中国人民银行元
CNY|CN¥ ¥|chinese yuan|人民币|人民幣
COP||colombian peso|colombian pesos|哥伦比亚比索|哥倫比亞披索
COU||colombian real value unit|colombian real value units|哥伦比亚币
CRC||costa rican colón|costa rican colóns|哥斯达黎加科朗|哥斯大黎加科朗
CSD||旧塞尔维亚第纳尔|舊塞爾維亞第納爾
CSK||czechoslovak hard koruna|czechoslovak hard korunas|捷克硬克朗|捷克斯洛伐克硬克朗
CUC||cuban convertible peso|cuban convertible pesos|古巴可兑换比索|古巴可轉換披索
CUP||cuban peso|cuban pesos|古巴比索|古巴披索
CVE||cape verdean escudo|cape verdean escudos|佛得角埃斯库多|維德角埃斯庫多
CYP||cypriot pound|cypriot pounds|塞浦路斯镑|賽普勒斯鎊
CZK||czech koruna|czech korunas|捷克克朗
DDM||east german mark|east german marks|东德马克|東德奧斯特馬克
DEM||german mark|german marks|德国马克|德國馬克
DJF||djiboutian franc|djiboutian francs|吉布提法郎|吉布地法郎
DKK||danish krone|danish kroner|丹麦克朗|丹麥克朗
DOP||dominican peso|dominican pesos|多米尼加比索|多明尼加披索
DZD||algerian dinar|algerian dinars|阿尔及利亚第纳尔|阿爾及利亞第納爾
ECS||ecuadorian sucre|ecuadorian sucres|厄瓜多尔苏克雷|厄瓜多蘇克雷
ECV||ecuadorian unit of constant value|ecuadorian units of constant value
EEK||estonian kroon|estonian kroons|爱沙尼亚克朗|愛沙尼亞克朗
EGP||egyptian pound|egyptian pounds|埃及镑|埃及鎊
ERN||eritrean nakfa|eritrean nakfas|厄立特里亚纳克法|厄立特里亞納克法
ESP||spanish peseta|spanish pesetas|西班牙比塞塔|西班牙陪士特
ETB||ethiopian birr|ethiopian birrs|埃塞俄比亚比尔|衣索比亞比爾
EUR|€|euro|euros|欧元|歐元
FIM||finnish markka|finnish markkas|芬兰马克|芬蘭馬克
FJD||fijian dollar|fijian dollars|斐济元|斐濟元
FKP||falkland islands pound|falkland islands pounds|福克兰群岛镑|福克蘭群島鎊
FRF||french franc|french francs|法国法郎|法國法郎
GBP|£|british pound|british pounds|英镑|英鎊
GEK||georgian kupon larit|georgian kupon larits|格鲁吉亚库蓬拉瑞特|喬治亞庫旁拉里
GEL||georgian lari|georgian laris|格鲁吉亚拉里|喬治亞拉里
GHC||加纳塞第
GHS||ghanaian cedi|ghanaian cedis|加纳塞地|迦納塞地
GIP||gibraltar pound|gibraltar pounds|直布罗陀镑|直布羅陀鎊
GMD||gambian dalasi|gambian dalasis|冈比亚达拉西|甘比亞達拉西
GNF||guinean franc|guinean francs|几内亚法郎|幾內亞法郎
GNS||guinean syli|guinean sylis|几内亚西里|幾內亞西里
GQE||equatorial guinean ekwele|赤道几内亚埃奎勒|赤道幾內亞埃奎勒
GRD||greek drachma|greek drachmas|希腊德拉克马|希臘德拉克馬
GTQ||guatemalan quetzal|guatemalan quetzals|危地马拉格查尔|瓜地馬拉格查爾
GWE||portuguese guinea escudo|portuguese guinea escudos|葡萄牙几内亚埃斯库多|葡屬幾內亞埃斯庫多
GWP||guinea-bissau peso|guinea-bissau pesos|几内亚比绍比索|幾內亞比索披索
GYD||guyanaese dollar|guyanaese dollars|圭亚那元|圭亞那元
HKD|HK$|hong kong dollar|hong kong dollars|港元|港幣
HNL||honduran lempira|honduran lempiras|洪都拉斯伦皮拉|洪都拉斯倫皮拉
HRD||croatian dinar|croatian dinars|克罗地亚第纳尔|克羅埃西亞第納爾
HRK||croatian kuna|croatian kunas|克罗地亚库纳|克羅埃西亞庫納
HTG||haitian gourde|haitian gourdes|海地古德
HUF||hungarian forint|hungarian forints|匈牙利福林
IDR||indonesian rupiah|indonesian rupiahs|印度尼西亚卢比|印尼盾
IEP||irish pound|irish pounds|爱尔兰镑|愛爾蘭鎊
ILP||israeli pound|israeli pounds|以色列镑|以色列鎊
ILS|₪|israeli new shekel|israeli new shekels|以色列新谢克尔|以色列新謝克爾
INR|₹|indian rupee|indian rupees|印度卢比|印度盧比
IQD||iraqi dinar|iraqi dinars|伊拉克第纳尔|伊拉克第納爾
IRR||iranian rial|iranian rials|伊朗里亚尔|伊朗里亞爾
ISK||icelandic króna|icelandic krónur|冰岛克朗|冰島克朗
ITL||italian lira|italian liras|意大利里拉|義大利里拉
JMD||jamaican dollar|jamaican dollars|牙买加元|牙買加元
JOD||jordanian dinar|jordanian dinars|约旦第纳尔|約旦第納爾
JPY|¥ JP¥|japanese yen|日元|日圓
KES||kenyan shilling|kenyan shillings|肯尼亚先令|肯尼亞先令
KGS||kyrgystani som|kyrgystani soms|吉尔吉斯斯坦索姆|吉爾吉斯索姆
KHR||cambodian riel|cambodian riels|柬埔寨瑞尔|柬埔寨瑞爾
KMF||comorian franc|comorian francs|科摩罗法郎|科摩羅法郎
KPW||north korean won|朝鲜元|北韓元
KRH||南韓圜
KRO||南韓圓
KRW|₩ ￦|south korean won|韩元|韓元
KWD||kuwaiti dinar|kuwaiti dinars|科威特第纳尔|科威特第納爾
KYD||cayman islands dollar|cayman islands dollars|开曼元|開曼群島元
KZT||kazakhstani tenge|kazakhstani tenges|哈萨克斯坦坚戈|哈薩克堅戈
LAK||laotian kip|laotian kips|老挝基普|寮國基普
LBP||lebanese pound|lebanese pounds|黎巴嫩镑|黎巴嫩鎊
LKR||sri lankan rupee|sri lankan rupees|斯里兰卡卢比|斯里蘭卡盧比
LRD||liberian dollar|liberian dollars|利比里亚元|賴比瑞亞元
LSL||lesotho loti|lesotho lotis|lesotho maloti|莱索托洛蒂|賴索托洛蒂
LTL||lithuanian litas|lithuanian litai|立陶宛立特
LTT||lithuanian talonas|lithuanian talonases|立陶宛塔咯呐司|立陶宛特羅
LUC||luxembourgian convertible franc|luxembourgian convertible francs|卢森堡可兑换法郎|盧森堡可兌換法郎
LUF||luxembourgian franc|luxembourgian francs|卢森堡法郎|盧森堡法郎
LUL||luxembourg financial franc|luxembourg financial francs|卢森堡金融法郎|盧森堡金融法郎
LVL||latvian lats|latvian lati|拉脱维亚拉特|拉脫維亞拉特銀幣
LVR||latvian ruble|latvian rubles|latvian rouble|latvian roubles|拉脱维亚卢布|拉脫維亞盧布
LYD||libyan dinar|libyan dinars|利比亚第纳尔|利比亞第納爾
MAD||moroccan dirham|moroccan dirhams|摩洛哥迪拉姆
MAF||moroccan franc|moroccan francs|摩洛哥法郎
MCF||monegasque franc|monegasque francs|摩纳哥法郎|摩納哥法郎
MDC||moldovan cupon|摩尔多瓦库邦|摩爾多瓦券
MDL||moldovan leu|moldovan lei|摩尔多瓦列伊|摩杜雲列伊
MGA||malagasy ariary|malagasy ariaries|马达加斯加阿里亚里|馬達加斯加阿里亞里
MGF||malagasy franc|malagasy francs|马达加斯加法郎|馬達加斯加法郎
MKD||macedonian denar|macedonian denari|马其顿第纳尔|馬其頓第納爾
MLF||malian franc|malian francs|马里法郎|馬里法郎
MMK||myanmar kyat|myanmar kyats|缅甸元|緬甸元
MNT||mongolian tugrik|mongolian tugriks|蒙古图格里克|蒙古圖格里克
MOP||macanese pataca|macanese patacas|澳门币|澳门元|澳門元
MRU||mauritanian ouguiya|mauritanian ouguiyas|毛里塔尼亚乌吉亚|茅利塔尼亞烏吉亞
MTL||maltese lira|马耳他里拉|馬爾他里拉
MTP||maltese pound|maltese pounds|马耳他镑|馬爾他鎊
MUR||mauritian rupee|mauritian rupees|毛里求斯卢比|模里西斯盧比
MVP||馬爾地夫盧比
MVR||maldivian rufiyaa|maldivian rufiyaas|马尔代夫卢菲亚|馬爾地夫盧非亞
MWK||malawian kwacha|malawian kwachas|马拉维克瓦查|馬拉維克瓦查
MXN|MX$|mexican peso|mexican pesos|墨西哥比索|墨西哥披索
MXV||mexican investment unit|mexican investment units
MYR||malaysian ringgit|malaysian ringgits|马来西亚林吉特|馬來西亞令吉
MZE||mozambican escudo|mozambican escudos|莫桑比克埃斯库多|莫三比克埃斯庫多
MZM||旧莫桑比克美提卡
MZN||mozambican metical|mozambican meticals|莫桑比克美提卡|莫三比克梅蒂卡爾
NAD||namibian dollar|namibian dollars|纳米比亚元|納米比亞元
NGN||nigerian naira|nigerian nairas|尼日利亚奈拉|奈及利亞奈拉
NIC||尼加拉瓜科多巴
NIO||nicaraguan córdoba|nicaraguan córdobas|尼加拉瓜科多巴|尼加拉瓜金科多巴
NLG||dutch guilder|dutch guilders|荷兰盾|荷蘭盾
NOK||norwegian krone|norwegian kroner|挪威克朗
NPR||nepalese rupee|nepalese rupees|尼泊尔卢比|尼泊爾盧比
NZD|NZ$|new zealand dollar|new zealand dollars|新西兰元|紐西蘭幣
OMR||omani rial|omani rials|阿曼里亚尔|阿曼里亞爾
PAB||panamanian balboa|panamanian balboas|巴拿马巴波亚|巴拿馬巴波亞
PEI||peruvian inti|peruvian intis|秘鲁印第|祕魯因蒂
PEN||peruvian sol|peruvian soles|秘鲁索尔|秘魯太陽幣
PGK||papua new guinean kina|巴布亚新几内亚基那|巴布亞紐幾內亞基那
PHP|₱|philippine peso|philippine pesos|菲律宾比索|菲律賓披索
PKR||pakistani rupee|pakistani rupees|巴基斯坦卢比|巴基斯坦盧比
PLN||polish zloty|polish zlotys|波兰兹罗提|波蘭茲羅提
PTE||portuguese escudo|portuguese escudos|葡萄牙埃斯库多|葡萄牙埃斯庫多
PYG||paraguayan guarani|paraguayan guaranis|巴拉圭瓜拉尼
QAR||qatari riyal|qatari riyals|卡塔尔里亚尔|卡達里亞爾
RHD||rhodesian dollar|rhodesian dollars|罗得西亚元|羅德西亞元
ROL||旧罗马尼亚列伊|舊羅馬尼亞列伊
RON||romanian leu|romanian lei|罗马尼亚列伊|羅馬尼亞列伊
RSD||serbian dinar|serbian dinars|塞尔维亚第纳尔|塞爾維亞戴納
RUB||russian ruble|russian rubles|russian rouble|russian roubles|俄罗斯卢布|俄羅斯盧布
RWF||rwandan franc|rwandan francs|卢旺达法郎|盧安達法郎
SAR||saudi riyal|saudi riyals|沙特里亚尔|沙烏地里亞爾
SBD||solomon islands dollar|solomon islands dollars|所罗门群岛元|索羅門群島元
SCR||seychellois rupee|seychellois rupees|塞舌尔卢比|塞席爾盧比
SDD||蘇丹第納爾
SDG||sudanese pound|sudanese pounds|苏丹镑|蘇丹鎊
SDP||舊蘇丹鎊
SEK||swedish krona|swedish kronor|瑞典克朗
SGD||singapore dollar|singapore dollars|新加坡元|新加坡幣
SHP||st. helena pound|st. helena pounds|st helena pound|st helena pounds|圣赫勒拿群岛磅|聖赫勒拿鎊
SIT||slovenian tolar|slovenian tolars|斯洛文尼亚托拉尔|斯洛維尼亞托勒
SKK||slovak koruna|slovak korunas|斯洛伐克克朗
SLE||sierra leonean leone|sierra leonean leones|塞拉利昂新利昂|獅子山利昂
SLL||塞拉利昂利昂
SOS||somali shilling|somali shillings|索马里先令|索馬利亞先令
SRD||surinamese dollar|surinamese dollars|苏里南元|蘇利南元
SRG||surinamese guilder|surinamese guilders|苏里南盾|蘇利南基爾
SSP||south sudanese pound|south sudanese pounds|南苏丹镑|南蘇丹鎊
STN||são tomé & príncipe dobra|são tomé & príncipe dobras|圣多美和普林西比多布拉|聖多美島和普林西比島多布拉
SUR||soviet rouble|soviet roubles|苏联卢布|蘇聯盧布
SVC||salvadoran colón|salvadoran colones|萨尔瓦多科朗|薩爾瓦多科郎
SYP||syrian pound|syrian pounds|叙利亚镑|敘利亞鎊
SZL||swazi lilangeni|swazi emalangeni|斯威士兰里兰吉尼|史瓦帝尼朗吉尼
THB||thai baht|泰铢|泰銖
TJR||tajikistani ruble|tajikistani rubles|tajikistani rouble|tajikistani roubles|塔吉克斯坦卢布|塔吉克盧布
TJS||tajikistani somoni|tajikistani somonis|塔吉克斯坦索莫尼|塔吉克索莫尼
TMT||turkmenistani manat|土库曼斯坦马纳特|土庫曼馬納特
TND||tunisian dinar|tunisian dinars|突尼斯第纳尔|突尼西亞第納爾
TOP||tongan paʻanga|汤加潘加|東加潘加
TPE||timorese escudo|timorese escudos|帝汶埃斯库多|帝汶埃斯庫多
TRY||turkish lira|土耳其里拉
TTD||trinidad & tobago dollar|trinidad & tobago dollars|特立尼达和多巴哥元|千里達及托巴哥元
TWD|NT$ $|new taiwan dollar|new taiwan dollars|新台币|新台幣
TZS||tanzanian shilling|tanzanian shillings|坦桑尼亚先令|坦尚尼亞先令
UAH||ukrainian hryvnia|ukrainian hryvnias|乌克兰格里夫纳|烏克蘭格里夫納
UAK||ukrainian karbovanets|ukrainian karbovantsiv|乌克兰币|烏克蘭卡本瓦那茲
UGX||ugandan shilling|ugandan shillings|乌干达先令|烏干達先令
USD|$ US$|us dollar|us dollars|美元
UYU||uruguayan peso|uruguayan pesos|乌拉圭比索|烏拉圭披索
UYW||uruguayan nominal wage index unit|uruguayan nominal wage index units|乌拉圭票面工资指数单位
UZS||uzbekistani som|乌兹别克斯坦苏姆|烏茲別克索姆
VED||bolívar soberano|bolívar soberanos|委内瑞拉主权币
VES||venezuelan bolívar|venezuelan bolívars|委内瑞拉玻利瓦尔|委內瑞拉玻利瓦
VND|₫|vietnamese dong|越南盾
VUV||vanuatu vatu|vanuatu vatus|瓦努阿图瓦图|萬那杜瓦圖
WST||samoan tala|萨摩亚塔拉|西薩摩亞塔拉
XAF|FCFA|central african cfa franc|central african cfa francs|中非法郎
XAG||silver|troy ounce of silver|troy ounces of silver|银|白銀
XAU||gold|troy ounce of gold|troy ounces of gold|黄金|黃金
XBA||european composite unit|european composite units|欧洲复合单位|歐洲綜合單位
XBB||european monetary unit|european monetary units|欧洲货币联盟
XCD|EC$|east caribbean dollar|east caribbean dollars|东加勒比元|格瑞那達元
XCG|Cg.|caribbean guilder|caribbean guilders
XDR||special drawing rights|特别提款权|特殊提款權
XEU||european currency unit|european currency units|欧洲货币单位
XFO||french gold franc|french gold francs|法国金法郎|法國金法郎
XFU||french uic-franc|french uic-francs
XOF||west african cfa franc|west african cfa francs|西非法郎
XPD||palladium|troy ounce of palladium|troy ounces of palladium|钯|帕拉狄昂
XPF|CFPF|cfp franc|cfp francs|太平洋法郎
XPT||platinum|troy ounce of platinum|troy ounces of platinum|铂|白金
XRE||rinet funds|rinet funds unit|rinet funds units|rinet 基金
XSU||sucre|sucres|苏克雷|蘇克雷貨幣
XTS||testing currency code|testing currency unit|testing currency units|测试货币代码|測試用貨幣代碼
XUA||adb unit of account|adb units of account|非洲开发银行记账单位|亞洲開發銀行計價單位
XXX|¤|unknown currency|未知货币|未知貨幣
YDD||yemeni dinar|yemeni dinars|也门第纳尔|葉門第納爾
YER||yemeni rial|yemeni rials|也门里亚尔|葉門里亞爾
YUD||南斯拉夫第納爾硬幣
YUM||南斯拉夫挪威亞第納爾
YUN||南斯拉夫可轉換第納爾
ZAR||south african rand|南非兰特|南非蘭特
ZMW||zambian kwacha|zambian kwachas|赞比亚克瓦查|尚比亞克瓦查
ZRN||薩伊新扎伊爾
ZRZ||薩伊扎伊爾
ZWG||zimbabwean gold
"""

# canonical name | names
MEASURES = """\
Gs|g-force|G力|G 力
m/s²|meter per second squared|meters per second squared|metre per second squared|metres per second squared|米/秒²|公尺/平方秒
arcminute|arcminutes|arcmin|arcmins|弧分|角分
arcsecond|arcseconds|arcsec|arcsecs|弧秒|角秒
deg|degree|degrees|°|度
rad|radian|radians|弧度
rev|revolution|revolutions|revs|转|圈
ac|acre|acres|英亩|英畝
dunam|dunams|杜纳亩|杜納畝
ha|hectare|hectares|公顷|公頃
cm²|square centimeter|square centimeters|square centimetre|square centimetres|平方厘米|平方公分
sq ft|square foot|square feet|ft²|平方英尺
in²|square inch|square inches|平方英寸
km²|square kilometer|square kilometers|square kilometre|square kilometres|平方公里
m²|square meter|square meters|square metre|square metres|平方米|平方公尺
sq mi|square mile|square miles|mi²|平方英里
yd²|square yard|square yards|平方码|平方碼
mpg|mile per gallon|miles per gallon|mile per US gallon|miles per US gallon|mpg US|mpgUS|英里/加侖
bit|bits|比特
byte|bytes|字节
Gb|gigabit|gigabits|吉比特
GB|gigabyte|gigabytes|吉字节
kb|kilobit|kilobits|千比特
kB|kilobyte|kilobytes|千字节
Mb|megabit|megabits|兆比特
MB|megabyte|megabytes|兆字节
PB|petabyte|petabytes|拍字节
Tb|terabit|terabits|太比特
TB|terabyte|terabytes|太字节
century|centuries|个世纪|個世紀|世紀
day|days|天
decade|decades|dec|个十年|0 年
hour|hours|hr|hrs|小时|小時
microsecond|microseconds|μs|微秒
millisecond|milliseconds|ms|毫秒
minute|minutes|min|mins|分钟|分鐘
month|months|mth|mths|个月|個月
nanosecond|nanoseconds|ns|纳秒|奈秒
night|nights|晚|夜
second|seconds|sec|secs|秒钟|秒
week|weeks|wk|wks|周|週
year|years|yr|yrs|年
A|ampere|amperes|安培
mA|milliampere|milliamperes|毫安|毫安培
ohm|ohms|Ω|欧姆|歐姆
V|volt|volts|伏特
Btu|British thermal unit|British thermal units|英热单位|英熱單位
cal|calorie|calories|卡路里|卡
eV|electronvolt|electronvolts|电子伏特|电子伏|電子伏特
Cal|Calorie|Calories|大卡
J|joule|joules|焦耳|焦
kilocalorie|kilocalories|kcal|千卡|千卡路里
kJ|kilojoule|kilojoules|千焦|千焦耳
kWh|kilowatt hour|kilowatt-hours|kilowatt-hour|千瓦时|千瓦小時
N|newton|newtons|牛顿|牛|牛頓
lbf|pound of force|pounds of force|磅力
GHz|gigahertz|吉赫
Hz|hertz|赫兹|赫茲
kHz|kilohertz|千赫
MHz|megahertz|兆赫
au|astronomical unit|astronomical units|天文单位|天文單位
cm|centimeter|centimeters|centimetre|centimetres|厘米|公分
dm|decimeter|decimeters|decimetre|decimetres|分米|公寸
ft|foot|feet|英尺|呎
inch|inches|英寸|吋
km|kilometer|kilometers|kilometre|kilometres|公里
m|meter|meters|metre|metres|米|公尺
μm|micrometer|micrometers|micrometre|micrometres|微米
mi|mile|miles|英里
mm|millimeter|millimeters|millimetre|millimetres|毫米|公釐
nm|nanometer|nanometers|nanometre|nanometres|纳米|奈米
nmi|nautical mile|nautical miles|海里
pm|picometer|picometers|picometre|picometres|皮米
yd|yard|yards|码|碼
g|gram|grams|克
kg|kilogram|kilograms|千克|公斤
μg|microgram|micrograms|微克
mg|milligram|milligrams|毫克
oz|ounce|ounces|盎司
oz t|troy ounce|troy ounces|金衡制盎司|金衡盎司
lb|pound|pounds|磅
stone|stones|英石
ton|tons|tn|吨|美噸
t|metric ton|metric tons|tonne|tonnes|公吨|公噸
GW|gigawatt|gigawatts|吉瓦
hp|horsepower|马力|匹馬力|匹
kW|kilowatt|kilowatts|千瓦|千瓦特
MW|megawatt|megawatts|兆瓦|百萬瓦特|百萬瓦
mW|milliwatt|milliwatts|毫瓦|毫瓦特
W|watt|watts|瓦特|瓦
atm|atmosphere|atmospheres|个标准大气压|大氣壓
bar|bars|巴
hPa|hectopascal|hectopascals|百帕斯卡|百帕
inHg|inch of mercury|inches of mercury|″ Hg|英寸汞柱|英吋汞柱
kPa|kilopascal|kilopascals|千帕斯卡|千帕
MPa|megapascal|megapascals|兆帕斯卡|兆帕
mb|millibar|millibars|mbar|毫巴
mmHg|millimeter of mercury|millimeters of mercury|millimetre of mercury|millimetres of mercury|毫米汞柱
Pa|pascal|pascals|帕斯卡|帕
psi|pound-force per square inch|pounds-force per square inch|磅力/平方英寸
km/h|kilometer per hour|kilometers per hour|kilometre per hour|kilometres per hour|公里/小時
kn|knot|knots|节|節
m/s|meter per second|meters per second|metre per second|metres per second|公尺/秒
mph|mile per hour|miles per hour|mi/h|英里/小時
°C|degree Celsius|degrees Celsius|摄氏度
°F|degree Fahrenheit|degrees Fahrenheit|°|华氏度
K|kelvin|kelvins|开尔文|克耳文
N⋅m|newton-meter|newton-meters|newton metre|newton metres|牛顿米|牛米|牛頓米|newton-metre|newton-metres
pound-force-foot|pound-force-feet|lbf⋅ft|磅英尺
ac ft|acre-foot|acre-feet|英亩英尺|英畝英尺
bbl|barrel|barrels|桶
bushel|bushels|蒲式耳
cL|centiliter|centiliters|centilitre|centilitres|cl|厘升|釐升
cm³|cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres|立方厘米|立方公分
ft³|cubic foot|cubic feet|立方英尺
in³|cubic inch|cubic inches|立方英寸
km³|cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres|立方千米|立方公里
m³|cubic meter|cubic meters|cubic metre|cubic metres|立方米|立方公尺
mi³|cubic mile|cubic miles|立方英里
yd³|cubic yard|cubic yards|立方码|立方碼
cup|cups|杯
dL|deciliter|deciliters|decilitre|decilitres|dl|分升|公合
fl oz|fluid ounce|fluid ounces|US fluid ounce|US fluid ounces|US fl oz|液盎司
gal|gallon|gallons|US gallon|US gallons|US gal|USgal|加仑|加侖
hL|hectoliter|hectoliters|hectolitre|hectolitres|hl|公石
L|liter|liters|litre|litres|l|升|公升
ML|megaliter|megaliters|megalitre|megalitres|Ml|兆升
mL|milliliter|milliliters|millilitre|millilitres|ml|毫升
pint|pints|品脱|品脫
qt|quart|quarts|US quart|US quarts|US qt|USqt|夸脱|夸脫
tablespoon|tablespoons|tbsp|汤匙|湯匙|匙
tsp|teaspoon|teaspoons|茶匙
"""
