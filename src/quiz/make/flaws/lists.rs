//! The words by which a line is known to be unfit, or likely misspelt.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A list of words in lower case, looked up by hash.
type Words = LazyLock<FxHashSet<&'static str>>;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $list:expr;)*) => {
        $($(#[$doc])* pub(super) static $name: Words = LazyLock::new(|| $list.split(' ').collect());)*
    };
}

words! {
    /// Leave open whether a thing is so.
    HEDGES = "alleged allegedly apparently arguably conceivably controversial debatable debated disputed dunno hypothetical \
     hypothetically idk imo legend likely maybe might mythical perhaps possible possibly potentially presumably \
     probably reportedly reputedly roughly rumour rumoured rumours seem seemed seemingly seems should supposedly \
     unclear unknown unsure whether";
    /// Said by authors to themselves or to a reader.
    ASIDES = "btw dont essay essays etc exam exams flashcard flashcards gcse haha homework i ibid lecture lol me mine \
     mnemonic my nb omg our paragraph powerpoint remember revise revision slides stuff tbd textbook things todo us \
     we worksheet you your";
    /// No sentence ends with one.
    UNFINISHED = "a an and another because between every of or than the their whose";
    /// Open a line that tells its author to do something.
    ORDERS = "answer ask check compare consider copy define definition describe discuss don't e.g example examples explain \
     find finish how imagine important include key know learn look memorise memorize mention note notes page \
     question quote read recall refer remember research see source sources summary think understand use watch what \
     where which who why write";
    /// Tie a line to the one before it.
    TIES = "accordingly additionally afterward afterwards again aka all also alternatively and another anyway because \
     besides both but consequently conversely despite earlier eg either else equally especially eventually \
     everybody everyone except few finally first firstly fortunately furthermore hence here hereby however ie \
     immediately indeed instead last lastly later leading likewise many meanwhile moreover most neither \
     nevertheless next nobody none nonetheless nor now one only or other others otherwise overall rather resulting \
     same second secondly several shortly similarly since so some someone soon still subsequently such that then \
     there thereafter thereby therefore third thirdly though thus to together too ultimately unfortunately unlike \
     which who whose yet";
    /// Point back to somebody or something.
    PRONOUNS = "he her hers him his it its she that their them these they this those";
    /// Stand before a pronoun where a line opens with an aside: "In his speech", "When they came".
    BEFORE_PRONOUNS = "after although as at because before by despite during for from if in like of on once since though through \
     under until upon when where while with without";
    /// Say what a person is, so that "he" may mean them.
    ROLES = "author boy brother chancellor consul daughter dictator duke emperor father general girl governor hero heroine husband king \
     leader man member minister mother narrator person poet pope president prince princess protagonist queen sister son \
     student tsar wife woman";
    /// Several people under one name, so that "they" may mean them.
    CROWDS = "army bacteria britain cabinet children clergy crowd east family france germany government men nobility peasantry people \
     police population public team usa ussr west women";
    /// No words, or words that lack their apostrophe.
    MISSPELT = "accross acheive acheived agression agressive allot alot amoung arguement assasinated assasination assination \
     asssassinated becuase beggining begginning begined begining beleive beleived belive calender carribean \
     catagory cattiline ceasar cemetary cheif chemicl comittee commited commitee concieved couldnt definately \
     defoiliation didnt dissapear doesnt dont ecomonic embarass enviroment existance experiance facism facist \
     foriegn fourty freind garantee gerguson ginned goverment govermental goverments guerilla harrass hasnt havent \
     hitlers immediatly independance independant influencial int isnt knowlege labled liason maintainance militairy \
     millenium millitary minumum montgommery neccesary necessery neice noticable occurance occured occurence \
     oppurtunity parliment peice persistant pilgrimmage politican posession prefered presidant privelege proffesor \
     propoganda publically recieve recieved recieves refered relevent religous resistence rythm seige seperate \
     seperated shouldnt sieze siezed soley soverign stallin stoped succesful succesfully succesor sucess supress \
     suprise suprised tendacy tendancy territorys thier threated tommorow truely tyrany unaminously underly untill \
     wasnt werent wether wich wierd withdrawl wont wouldnt writting";
    /// Names that want a capital.
    NAMES = "american british cuba english french german germany roman russia russian soviet soviets spanish turkey usa ussr";
}

/// Openings of several words that point back.
pub(super) const OPENINGS: &[&str] = &[
    "an example",
    "another",
    "as a result",
    "as such",
    "as well",
    "as well as",
    "at first",
    "at home",
    "at last",
    "at the same time",
    "by doing",
    "by now",
    "by then",
    "even",
    "examples",
    "for example",
    "for instance",
    "from then",
    "from there",
    "in addition",
    "in conclusion",
    "in contrast",
    "in doing",
    "in fact",
    "in general",
    "in order",
    "in other words",
    "in particular",
    "in response",
    "in return",
    "in short",
    "in summary",
    "in the end",
    "in turn",
    "just",
    "not only",
    "of course",
    "on the other",
    "one example",
    "one of the",
    "that is",
    "the above",
    "the following",
    "the former",
    "the latter",
    "the next",
    "the other",
    "the same",
    "this is",
    "until then",
    "what",
];
