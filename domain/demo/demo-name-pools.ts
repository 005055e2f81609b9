/** Names of one language from which people are made up; families may hold several words. */
export type NamePool = {
  language: string;
  /** Of how many people in a thousand. */
  share: number;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
};

const words = (text: string): string[] => text.split(' ');
const parts = (text: string): string[] => text.split(', ');

/** A language whose family names are the same for women and men. */
const pool = (
  language: string,
  share: number,
  women: string,
  men: string,
  families: string | readonly string[],
): NamePool => ({
  language,
  share,
  women: words(women),
  men: words(men),
  families: typeof families === 'string' ? words(families) : families,
});

/** The languages. None of the names is that of a person listed by name, so that each is found alone. */
export const NAME_POOLS: readonly NamePool[] = [
  {
    language: 'pt',
    share: 430,
    women: words(
      'Adriana Alice Amélia Anabela Benedita Camila Carlota Cecília Clara Constança Débora Diana Eduarda Elisa Érica Eugénia Eva Fernanda Francisca Gabriela Isaura Joaquina Júlia Lara Laura Letícia Luana Lúcia Mafalda Margarida Matilde Natália Olívia Paula Raquel Rosália Salomé',
    ),
    men: words(
      'Abel Adriano Alberto Álvaro André António Augusto Benjamim Brás Caetano Carlos Cristóvão David Eduardo Emanuel Estêvão Fernando Filipe Francisco Gaspar Gil Guilherme Gustavo Isaac Jaime Joaquim Jorge José Leandro Leonel Luís Manuel Marcelo Mário Martim Mateus Valdemar',
    ),
    families: parts(
      'Abrantes, Alcoforado, Antunes, Arruda, Azevedo, Barroso, Batalha, Botelho, Bragança, Brandão, Cabral, Calado, Câmara, Cardoso, Carneiro, Castelo Branco, Coelho, da Cunha, da Silveira, de Brito, de Castro, do Nascimento, dos Reis, Damásio, Espírito Santo, Esteves, Ferraz, Fonseca, Freire, Galvão, Gouveia, Guimarães, Henriques, Igrejas, Lacerda, Leitão, Macedo, Magalhães, Marçal, Meireles, Mendonça, Mota, Noronha, Outeiro, Pacheco, Pimentel, Queirós, Ramires, Saldanha, Távora',
    ),
  },
  pool(
    'en',
    110,
    'Abigail Bronwen Charlotte Daisy Eleanor Fiona Grace Hazel Imogen Jocelyn Keziah',
    'Alastair Callum Desmond Edmund Fergus Graham Hamish Idris Jasper Kenneth Leopold',
    'Ashworth Blackwood Carmichael Dunmore Eastwick Farquhar Greenhalgh Hargreaves Ingleby Jessop Kirkbride Llewellyn Mcallister Nettleship Oakeshott Pemberton',
  ),
  pool(
    'es',
    60,
    'Almudena Begoña Consuelo Dolores Esperanza Lourdes Macarena',
    'Alejandro Cayetano Domingo Enrique Fermín Ignacio Santiago',
    parts(
      'Arizmendi Olabarría, Cifuentes Peña, Domínguez Nuño, Escudero Ávila, Fuentes Güell, Íñiguez Sáenz, Llorente Muñoz, Zúñiga Ortuño',
    ),
  ),
  pool(
    'fr',
    50,
    'Agnès Bérénice Clémence Éloïse Gaëlle Maëlys Solène',
    'Aurélien Benoît Cédric François Gaël Loïc Théophile',
    'Beauséjour Charpentier Delacourt Évrard Fougères Garçonnet Lefèvre Sauvageot',
  ),
  pool(
    'de',
    45,
    'Annegret Dörte Friederike Heike Käthe Mechthild Ulrike',
    'Dietrich Götz Jörg Karl-Heinz Rüdiger Torsten Wolfgang',
    'Bäumler Dürrenfeld Füßl Götzinger Hölzl Käßbohrer Müllenbach Schönweiß',
  ),
  pool(
    'it',
    35,
    'Annunziata Beatrice Caterina Fiammetta Ludovica',
    'Ambrogio Cosimo Federico Giambattista Leonardo',
    'Bevilacqua Castagneto D’Angelantonio Degl’Innocenti Mastrogiovanni Quagliarella',
  ),
  pool(
    'pl',
    25,
    'Agnieszka Bożena Elżbieta Małgorzata Żaneta',
    'Bolesław Grzegorz Przemysław Wacław Zdzisław',
    'Błaszczyk Chrząszcz Dąbek Świerszcz Wójcik Żołędź',
  ),
  pool(
    'ro',
    20,
    'Anișoara Ileana Mădălina Viorica Zamfira',
    'Cătălin Dragoș Ilie Răzvan Șerban',
    'Bălănescu Ciobotariu Grădișteanu Munteanu Păcurar Vlădescu',
  ),
  pool(
    'uk',
    30,
    'Ганна Зоряна Їванна Леся Соломія',
    'Богдан Євген Любомир Остап Тарас',
    'Бондаренко Гончарук Єфремів Кравець Лисенко Тимошенко',
  ),
  pool(
    'ru',
    15,
    'Агафья Людмила Надежда Тамара Юлия',
    'Аркадий Всеволод Григорий Семён Ярослав',
    'Гончаренко Корнейчук Макаренко Сидоренко Фоменко Черных',
  ),
  pool(
    'el',
    15,
    'Αικατερίνη Δήμητρα Ευαγγελία Θεοδώρα Χρυσάνθη',
    'Αναστάσιος Δημήτριος Ευάγγελος Ιωάννης Χαράλαμπος',
    'Αγγελίδη Βασιλειάδη Ζαφειρίδη Καραμανλή Μαυρομιχάλη Χατζηιωάννου',
  ),
  pool(
    'ar',
    30,
    'أسماء خديجة زينب سمية نورة',
    'إبراهيم خالد زياد عبدالرحمن مصطفى',
    'الأنصاري البغدادي التميمي الدوسري الشريف القحطاني',
  ),
  pool(
    'he',
    15,
    'אביגיל דבורה מיכל רחל תמר',
    'אליהו גדעון יהונתן משה עומר',
    'אברמוביץ גולדשטיין הרשקוביץ לוי מזרחי פרידמן',
  ),
  pool(
    'fa',
    10,
    'پریسا سودابه شیرین گلناز',
    'بهرام داریوش فرهاد کوروش',
    'جهانگیری خسروشاهی دهقان‌پور زندیه فرهمند',
  ),
  pool(
    'hi',
    25,
    'कमला गायत्री प्रियंका मीनाक्षी सरस्वती',
    'गोविन्द जयप्रकाश मुकेश राजेन्द्र सुरेश',
    'अग्रवाल चतुर्वेदी त्रिपाठी मिश्र वाजपेयी श्रीवास्तव',
  ),
  pool('bn', 8, 'অনুরাধা মৌসুমী সুচিত্রা', 'অভিজিৎ দেবাশিস সৌমিত্র', 'বন্দ্যোপাধ্যায় মুখোপাধ্যায় রায় সেনগুপ্ত'),
  pool('ta', 6, 'மீனா லட்சுமி வள்ளி', 'குமரன் முருகன் செல்வன்', 'அண்ணாமலை இராமசாமி நடராஜன் பழனிசாமி'),
  pool('te', 6, 'పద్మావతి రాధిక సుజాత', 'నరసింహ రామారావు శ్రీనివాస్', 'అక్కినేని గుంటూరు చిలకమర్తి వేమూరి'),
  pool('si', 4, 'චමරි නිලූෂා සඳුනි', 'කසුන් නුවන් රුවන්', 'ජයවර්ධන පෙරේරා රණසිංහ වික්‍රමසිංහ'),
  pool(
    'zh',
    45,
    '雅婷 丽华 思远 晓燕 桂英 诗涵 慧敏',
    '国强 建国 浩然 志明 宇航 德华 一',
    '张 刘 黄 周 司马 诸葛 龚 阙',
  ),
  pool(
    'ja',
    20,
    '葵 さくら 千代子 結衣 由紀',
    '一 大輔 龍之介 翔太 裕次郎',
    '伊集院 五十嵐 勅使河原 林 東 渡邉',
  ),
  pool('ko', 20, '가은 나래 다솜 은비 지우', '건우 도윤 상혁 재석 태양', '강 노 류 선우 정 황보'),
  {
    language: 'vi',
    share: 30,
    women: parts('Bích Ngọc, Diễm Quỳnh, Hồng Nhung, Phương Thảo, Tuyết Mai'),
    men: parts('Bảo Long, Đức Thắng, Hữu Phước, Quốc Việt, Trọng Nghĩa'),
    families: words('Bùi Dương Hoàng Huỳnh Phạm Trần'),
  },
  pool(
    'th',
    14,
    'กัลยา ปิยะดา ศิริพร สุดารัตน์',
    'ชัยวัฒน์ ณรงค์ พิชัย อนุชา',
    'จันทร์เพ็ญ ทองดี บุญมี วงศ์สุวรรณ เจริญสุข',
  ),
  pool('am', 14, 'ሀና ሰላማዊት ትዕግስት ገነት', 'ዮሐንስ ተስፋዬ ኃይሉ ገብርኤል', 'ወልደማርያም በቀለ ገብረመድኅን ታደሰ ዘውዴ'),
  pool('ka', 6, 'თამარ ქეთევან ხათუნა', 'დავით ზურაბ ვახტანგ', 'ახვლედიანი ლომიძე ჩხეიძე წერეთელი'),
  pool(
    'hy',
    6,
    'Գայանե Լուսինե Շուշան',
    'Հայկ Տիգրան Վահագն',
    'Աբովյան Խաչատրյան Մկրտչյան Տեր-Պետրոսյան',
  ),
  pool('km', 4, 'ចន្ទា ស្រីមុំ សុភា', 'ដារ៉ា រតនា វណ្ណៈ', 'គឹម ចាន់ ហេង អ៊ុក'),
  pool('my', 4, 'ခင်မျိုး စန္ဒာ နှင်းနှင်း', 'ကျော်စွာ ဇော်ဝင်း အောင်မြင့်', 'ထွန်း မောင် လှိုင် ဝင်း'),
  pool(
    'tr',
    30,
    'Çağla Elçin Gülşen İclal Şükran',
    'Çetin Hüseyin İlhan Oğuzhan Şükrü',
    'Çelebioğlu Değirmenci Gümüşhan Karabıyık Öztürkmen Şahingöz',
  ),
  pool(
    'nl',
    15,
    'Annelies Fleur Marijke Saskia',
    'Diederik Jeroen Maarten Willem',
    parts('in ’t Veld, ten Broecke, van den Oudenalder, van der Hoeven, ’s-Gravesande'),
  ),
  pool(
    'cs',
    15,
    'Božena Jiřina Květuše Růžena',
    'Bořivoj Jiří Řehoř Zdeněk',
    'Dvořáček Hřebíček Kříž Nešpor Štědrý',
  ),
  pool(
    'is',
    8,
    'Ásdís Guðrún Sæunn',
    'Eyþór Höskuldur Örn',
    'Ásmundsson Þorvaldsson Ægisson Össurarson',
  ),
  pool(
    'haw',
    4,
    'Kaʻiulani Leilani Noelani',
    'Kalākaua Keoni Makoa',
    'Kahananui Kealiʻi Lonoikauakini Nāone',
  ),
];
