"""Words for places where people work (papers, hospitals, schools, shops, offices) in the languages of `labels`: weak
evidence that a text is an employer, for titles name such places as well.
"""

import re

WORKPLACE = re.compile(
    r"\b(?:radio|rádio|region|magazine|journal|revista|rivista|revue|periódico|diario|diário|jornal|giornale|editorial|"
    r"editora|éditions|editrice|fundaci[óo]n|fundação|fondazione|fondation|asociación|associação|associazione|"
    r"ospedale|cooperativa|coopérative|supermercado|supermercato|biblioteca|bibliothèque|librairie|librer[íi]a|livraria|"
    r"residencia|guardería|crèche|asilo|residenza|usine|fábrica|fabbrica|"
    r"\w*(?:zeitschrift|zeitung|verlag|rundfunk|kindergarten|schule|gasthof|gasthaus|heim|klinikum|amt|handlung)|kita|"
    r"\w*(?:bibliotek|sjukhus|sykehus|sygehus|förlag|forlag|avis|apotek|universitet|bageri|bakeri|värdshus|tidsskrift|"
    r"bibliotheek)(?:et)?|\w*(?:kommun|tidning|skole|vårdcentral|butik|barnehage|børnehave|verkstad|avdeling|restaurang)"
    r"(?:en)?|\w*skola(?:n)?|\w*gymnasi(?:et|um)|hemtjänsten|"
    r"stichting|\w*(?:ziekenhuis|school|uitgeverij|zorggroep|handel|krant|apotheek|tijdschrift|bedrijf|huis)|"
    r"biuro|urząd|szpital\w*|szkoła|sklep|hurtownia|zakład\w*|fundacja|drukarnia|wydawnictwo|przedsiębiorstwo|"
    r"sp\. z o\. ?o|apteka|piekarnia|restauracja|księgarnia|przedszkole|redakcja|czasopismo|dom kultury|"
    r"s\. ?r\. ?o|obec|nemocnice|nemocnica|\w*škol[ay]|časopis|knihkupectví|kníhkupectvo|úřad|úrad|nakladatelství|"
    r"vydavateľstvo|lékárna|lekáreň|pekárna|pekáreň|restaurace|reštaurácia|obchod|nadace|nadácia|"
    r"oyj|\w*(?:sairaala|kaupunki|koulu|kirjasto|lehti|apteekki|ravintola|kahvila|säätiö|kunta|leipomo|kauppa)|"
    r"kft|zrt|nyrt|\w*kórház|\w*iskola|\w*könyvtár|étterem|szálloda|önkormányzat|\w*kiadó|gyógyszertár|alapítvány|"
    r"spital\w*|școala|primăria|editura|revista|farmacia|fundația|"
    r"ооо|оао|зао|ао|тов|\w*(?:больница|лікарня|школа|библиотека|бібліотека|журнал|газета|радио|радіо|завод|компания|"
    r"компанія|издательство|видавництво|аптека|ресторан|магазин|университет|університет)|"
    r"εταιρεία|νοσοκομείο|σχολείο|εφημερίδα|περιοδικό|βιβλιοπωλείο|δήμος|πανεπιστήμιο|"
    r"hastanesi|okulu|üniversitesi|belediyesi|dergisi|gazetesi|kütüphanesi|vakfı)(?!\w)",
    re.IGNORECASE,
)
DOER = re.compile(
    r"(?:[bdgjklnprstv]are|arinna|ör|erska|biträde|"
    r"leder|hj[æe]lper|medarbej?[di]er|medarbeider|pleier|plejer|plejerske|lærer|l[æe]ge|konsulent|rådgiver|behandler|"
    r"arbej?der|arbeider|mester|s[æe]lger|bibliotekarie?|ingeniør|pædagog|tjener|servitør|"
    r"werker|leider|hulp|koopster|(?:huis|tand|dieren)arts|vuller|monteur|verzorg(?:er|ende)|bezorger|schoonmaker|chauffeur|leerkracht|boekhouder|"
    r"arz|arka|owiec|istka|atorka|yciel(?:ka)?|nik|niczka|czka|mistrz|księgow[ya]|kelner(?:ka)?|kierowca|doradca|"
    r"sprzedawc[az]y?ni?|opiekun(?:ka)?|"
    r"ářka?|ář|ník|itel(?:ka)?|ačka|dce|vedoucí|vedúc[ia]|účetní|torka|"
    r"taja|täjä|[ie]ja|[ie]jä|yyjä|päällikkö|mestari|insinööri|sihteeri|kokki|assistentti|"
    r"vezető|mérnök|tanár(?:nő)?|ápoló(?:nő)?|eladó|szakács|pincér|könyvelő|asszisztens|ügyintéző|fejlesztő|munkatárs|"
    r"titkár(?:nő)?|technikus|szerelő|raktáros|"
    r"inginer[ăa]?|profesoar[ăa]|asistent[ăa]|contabil[ăa]?|ător|toare|șofer|bucătar|ospătar|casier[ăa]|consilier[ăa]?|"
    r"τής|τρια|ολόγος|μηχανικός|υπάλληλος|βοηθός|σύμβουλος|νοσοκόμος|δάσκαλος|"
    r"тель(?:ница|ка)?|ник|ница|ниця|ист(?:ка)?|щик|щица|чик|чица|арь|[еёо]р|лог|медсестра|врач|лікар|кухар|"
    r"mühendisi?|öğretmeni?|müdürü?|uzmanı?|yöneticisi|danışmanı?|hemşire(?:si)?|garson|aşçı|muhasebeci|asistanı?|"
    r"teknisyeni?|elemanı|sorumlusu|görevlisi|şoförü?)$",
    re.IGNORECASE,
)
"""How words for people who do something end in the other languages of `labels`."""
