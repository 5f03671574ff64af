#include "config.h"

#include "date-rows.h"

/* The forms of English, a table for each idea. */

static const Row calendar_rows[] = {
  { "slashed-month", NULL, "Deliveries began on 8/Oct/2012.", "8/Oct/2012=2012-10-08" },
  { "year-first-month", NULL, "Deliveries began on 2012/Oct/8.", "2012/Oct/8=2012-10-08" },
  { "month-slash-year", NULL, "The bill is for Dec/2018.", "Dec/2018=2018-12" },
  { "glued", NULL, "It was signed 15Sep 2011.", "15Sep 2011=2011-09-15" },
  { "glued-month-first", NULL, "It was signed Feb13, 2011.", "Feb13, 2011=2011-02-13" },
  { "commas-everywhere", NULL, "The ship left on Monday, June, 6th 2016.", "Monday, June, 6th 2016=2016-06-06" },
  { "abbreviations", NULL, "Posted Sun, Mar. 6, 2016 by the clerk.", "Sun, Mar. 6, 2016=2016-03-06" },
  { "abbreviated-weekday", "2024-03-20", "Posted Tue. March 12 by the clerk.", "Tue. March 12=2024-03-12" },
  { "hyphens-month-first", NULL, "Posted Feb-14-2015.", "Feb-14-2015=2015-02-14" },
  { "weekday-after", "2024-03-20", "Closed on March 15, Friday.", "March 15, Friday=2024-03-15" },
  { "number-words", NULL, "She was born on May twenty one, nineteen oh five.", "May twenty one, nineteen oh five=1905-05-21" },
  { "number-words-first", NULL, "The mill burned down on twenty three October nineteen seventy one.",
    "twenty three October nineteen seventy one=1971-10-23" },
  { "counted-people", "2024-03-20", "In January one man was held.", "January=2024-01" },
  { "month-two-digits", NULL, "It was built in March '45.", "March '45=1945-03" },
  { "of-two-digits", NULL, "Dated 15 April of '87.", "15 April of '87=1987-04-15" },
  { "nth-day", "2024-03-20", "It opened on the third day of October.", "the third day of October=2023-10-03" },
  { "day-alone", "2024-03-20", "It opened on the 11th.", "the 11th=2024-03-11" },
  { "day-of-last-month", "2024-03-20", "It opened on the 20th of the previous month.", "the 20th of the previous month=2024-02-20" },
  { "day-this-month", "2024-03-20", "It opened on the 11th this month.", "the 11th this month=2024-03-11" },
};

static const Row unit_rows[] = {
  { "decade-apostrophe", NULL, "Rents rose in the 1970's.", "the 1970's=197X" },
  { "decade-short", NULL, "Rents rose in the 70's.", "the 70's=197X" },
  { "decade-word", NULL, "He was a star of the nineties.", "the nineties=199X" },
  { "decade-words", NULL, "He was a star of the nineteen seventies.", "the nineteen seventies=197X" },
  { "decade-part", NULL, "He was a star of the early eighties.", "the early eighties=1980-01-01/1983-12-31~" },
  { "age", NULL, "Two men in their thirties were held.", "" },
  { "quarter-year", NULL, "Sales rose 3% in 1Q18.", "1Q18=2018-01-01/2018-03-31" },
  { "quarter-year-apart", NULL, "Profit fell in 4Q 2019.", "4Q 2019=2019-10-01/2019-12-31" },
  { "quarter-lower-case", NULL, "Profit fell in q3 2019.", "q3 2019=2019-07-01/2019-09-30" },
  { "quarter-of-last-year", "2024-03-20", "Profit fell in last year's third quarter.",
    "last year's third quarter=2023-07-01/2023-09-30" },
  { "past-quarters", "2024-03-20", "It fell over the past two quarters.", "the past two quarters=2023-07-01/2023-12-31" },
  { "first-months", NULL, "Sales fell in the first nine months of 2019.", "the first nine months of 2019=2019-01-01/2019-09-30" },
  { "last-weeks-of-month", NULL, "It rained in the last two weeks of March 2024.",
    "the last two weeks of March 2024=2024-03-18/2024-03-31" },
  { "last-months-of-this-year", "2024-03-20", "Sales will fall in the last four months of this year.",
    "the last four months of this year=2024-09-01/2024-12-31" },
  { "week-number", NULL, "The mill shut in week 12 of 2019.", "week 12 of 2019=2019-03-18/2019-03-24" },
  { "last-but-four", NULL, "They met on the fifth last day of May 2018.", "the fifth last day of May 2018=2018-05-27" },
  { "last-but-one-week", NULL, "It was the second last week of October 2018.", "the second last week of October 2018=2018-10-15/2018-10-21" },
  { "nth-week-last-month", "2024-03-20", "Rents rose in the third week of last month.",
    "the third week of last month=2024-02-12/2024-02-18" },
  { "last-day-of-year", "2024-03-20", "It closes on the last day of the year.", "the last day of the year=2024-12-31" },
  { "third-week-of-year", "2024-03-20", "It opened in the third week of the year.", "the third week of the year=2024-01-15/2024-01-21" },
  { "last-day-of-last-month", "2024-03-20", "It shut on the last day of last month.", "the last day of last month=2024-02-29" },
  { "this-coming-weekend", "2024-03-20", "They play this coming weekend.", "this coming weekend=2024-03-23/2024-03-24" },
  { "holiday-of-last-year", "2024-03-20", "Sales fell from last year's Thanksgiving.", "last year's Thanksgiving=2023-11-23" },
  { "dated-weekend", "2024-03-20", "Crowds came on March 9 weekend.", "March 9 weekend=2024-03-09/2024-03-10" },
  { "weekends", "2024-03-20", "He drives on weekends.", "" },
  { "later-this-week", "2024-03-20", "The minister will visit the port later this week.",
    "later this week=2024-03-21/2024-03-24~" },
  { "earlier-this-year", "2024-03-20", "The port shut earlier this year.", "earlier this year=2024-01-01/2024-03-19~" },
  { "rest-of-month", "2024-03-20", "He will rest for the rest of the month.", "the rest of the month=2024-03-20/2024-03-31~" },
  { "weekend-past", "2024-03-20", "Two climbers died over the weekend.", "the weekend=2024-03-16/2024-03-17" },
  { "weekend-coming", "2024-03-20", "The sides will meet again at the weekend.", "the weekend=2024-03-23/2024-03-24" },
  { "the-following-month", "2024-03-20", "He left in May 2012; the following month he died.",
    "May 2012=2012-05|the following month=2012-06" },
  { "fiscal-year", "2024-03-20", "The firm lost money last fiscal year.", "" },
  { "financial-analysts", "2024-03-20", "Financial analysts doubt it.", "" },
};

static const Row weekday_rows[] = {
  { "two-of-next-week", "2024-03-20", "She called for protests on Monday and Friday next week.",
    "Monday=2024-03-25|Friday next week=2024-03-29" },
  { "today-and-tomorrow", "2024-03-20", "Staff were told to stay home Wednesday afternoon and Thursday.",
    "Wednesday afternoon=2024-03-20|Thursday=2024-03-21" },
  { "two-gone-by", "2024-03-20", "Rallies were held on Sunday and Monday.", "Sunday=2024-03-17|Monday=2024-03-18" },
  { "three-ahead", "2024-03-20", "They will meet on Friday, Saturday or Monday.",
    "Friday=2024-03-22|Saturday=2024-03-23|Monday=2024-03-25" },
  { "apart", "2024-03-20", "Rallies were held on Monday and Thursday.", "Monday=2024-03-18|Thursday=2024-03-14" },
  { "early", "2024-03-20", "A blast rocked the port early Tuesday.", "early Tuesday=2024-03-19" },
  { "late-on", "2024-03-20", "The army moved late on Monday.", "late on Monday=2024-03-18" },
  { "overnight-into", "2024-03-20", "Fighting went on overnight Monday into Tuesday.",
    "overnight Monday into Tuesday=2024-03-18" },
  { "week-after", "2024-03-20", "The trial opens Friday week.", "Friday week=2024-03-29" },
  { "last-weeks", "2024-03-20", "She called last week's Monday vote a farce.", "last week's Monday=2024-03-11" },
  { "evening-next-week", "2024-03-20", "Come on Wednesday evening next week.", "Wednesday evening next week=2024-03-27" },
  { "first-of-next-month", "2024-03-20", "Come on the first Monday evening of next month.",
    "the first Monday evening of next month=2024-04-01" },
  { "two-ago", "2024-03-20", "They won two Sundays ago.", "two Sundays ago=2024-03-10" },
  { "this-coming", "2024-03-20", "This Saturday the market opens.", "This Saturday=2024-03-23" },
  { "following", "2024-03-20", "It sank on 3 May 2011 and was found the following Friday.",
    "3 May 2011=2011-05-03|the following Friday=2011-05-06" },
};

static const Row length_rows[] = {
  { "half-a-century-ago", "2024-03-20", "The coup came half a century ago.", "half a century ago=1974-03-20~" },
  { "two-and-a-half-years-ago", "2024-03-20", "The plant opened two and a half years ago.",
    "two and a half years ago=2021-09-20~" },
  { "a-year-and-a-half-ago", "2024-03-20", "The plant opened a year and a half ago.", "a year and a half ago=2022-09-20~" },
  { "several-units-ago", "2024-03-20", "The plant opened 2 years, 3 months and 4 days ago.",
    "2 years, 3 months and 4 days ago=2021-12-16~" },
  { "within", "2024-03-20", "They must leave within ten days.", "within ten days=2024-03-20/2024-03-29" },
  { "in", "2024-03-20", "They must leave in ten days.", "in ten days=2024-03-30" },
};

static const Row shift_rows[] = {
  { "weeks-after", NULL, "He died two weeks after May 3, 1990.", "two weeks after May 3, 1990=1990-05-17" },
  { "days-from", "2024-03-20", "It opens three days from today.", "three days from today=2024-03-23" },
  { "day-after-weekday", "2024-03-20", "The talks failed a day after Monday's vote.", "a day after Monday=2024-03-19" },
  { "weeks-before-feast", "2024-03-20", "Prices rose two weeks before Christmas.", "two weeks before Christmas=2023-12-11" },
  { "third-weekday", NULL, "They meet on the third Tuesday after Christmas 2014.",
    "the third Tuesday after Christmas 2014=2015-01-13" },
  { "more-than", "2024-03-20", "It was sent more than two days before yesterday.",
    "more than two days before yesterday=../2024-03-17" },
  { "less-than", "2024-03-20", "It falls less than three days after tomorrow.",
    "less than three days after tomorrow=2024-03-21/2024-03-23" },
  { "starting", "2024-03-20", "Roads will close for three days starting next Monday.",
    "three days starting next Monday=2024-03-25/2024-03-27" },
  { "for-from", "2024-03-20", "Roads will close for 1 week, from 20 April.", "1 week, from 20 April=2024-04-20/2024-04-26" },
  { "nothing-after", "2024-03-20", "The tower fell three days after the quake.", "" },
};

static const Row clock_rows[] = {
  { "range", "2024-03-20", "Polls will open Saturday from 8 am to 6 pm.", "Saturday from 8 am to 6 pm=2024-03-23" },
  { "range-first-bare", "2024-03-20", "Doors will open Saturday 8-9am.", "Saturday 8-9am=2024-03-23" },
  { "between", "2024-03-20", "The shots came between 9:30 and 11:00 on Monday.", "9:30 and 11:00 on Monday=2024-03-18" },
  { "point", "2024-03-20", "The siren went off at 8.30 pm yesterday.", "8.30 pm yesterday=2024-03-19" },
  { "hours", "2024-03-20", "The bank opens tomorrow 5 to 6pm.", "tomorrow 5 to 6pm=2024-03-21" },
  { "bare-hour", "2024-03-20", "The plane lands tomorrow at 7.", "tomorrow at 7=2024-03-21" },
  { "words", "2024-03-20", "The plane lands tomorrow at seven thirty.", "tomorrow at seven thirty=2024-03-21" },
  { "half-past", "2024-03-20", "The plane lands tomorrow at half past nine.", "tomorrow at half past nine=2024-03-21" },
  { "o-clock", "2024-03-20", "The plane lands tomorrow at nine o'clock.", "tomorrow at nine o'clock=2024-03-21" },
  { "first-in-line", "2024-03-20", "The blast came at 7:00 on Monday morning.", "7:00 on Monday morning=2024-03-18" },
  { "percentage", "2024-03-20", "Rates were held on Monday at 5 percent.", "Monday=2024-03-18" },
  { "crowd", "2024-03-20", "Police put the crowd on Monday at 5,200.", "Monday=2024-03-18" },
  { "score", "2024-03-20", "City won on Sunday 3-1.", "Sunday=2024-03-17" },
};

/* Nothing is made of days that are none. */
static const Row bad_rows[] = {
  { "february-31", "2024-03-20", "It is due on February 31.", "February 31=-" },
  { "february-30-year", "2024-03-20", "It is due on 30 February 2024.", "30 February 2024=-" },
  { "march-45", "2024-03-20", "It is due on March 45.", "March=2024-03" },
  { "year-0", "2024-03-20", "It began in year 0.", "" },
  { "year-12024", "2024-03-20", "It ends on March 3, 12024.", "March 3=-" },
  { "month-13", "2024-03-20", "Posted on 2024-13-45.", "" },
  { "eons", "2024-03-20", "It burns out in 99999999999 years.", "" },
  { "other-digits", "2024-03-20", "Posted on ٣/٣/٢٠٢٤.", "" },
  { "french-in-english", "2024-03-20", "Posted le 3 mai and on 5 May.", "5 May=2023-05-05" },
};

/* What looks like a date and is none. */
static const Row guard_rows[] = {
  { "name", "2024-03-20", "It was told April Corwin and August Lamb.", "" },
  { "verb", "2024-03-20", "He may second the motion.", "" },
  { "river", "2024-03-20", "Water is sold by Fall River.", "" },
  { "agreement", "2024-03-20", "They signed the Good Friday Agreement.", "" },
  { "newspaper", "2024-03-20", "He told The Sun and Sun Microsystems.", "" },
  { "flight", NULL, "He missed flight 2019.", "" },
  { "plane", NULL, "She flew a Boeing 1949.", "" },
  { "room", NULL, "Meet me in Room 2015.", "" },
  { "around-the-clock", "2024-03-20", "It is open 24/7.", "" },
  { "fraction", "2024-03-20", "Cut 3/16 of an inch.", "" },
  { "shots", "2024-03-20", "He made 11/20 shots.", "" },
  { "scores", "2024-03-20", "She won 6-4, 3-6, 10-8.", "" },
  { "phone", "2024-03-20", "Call 03-11-22-33 or 020 7946 0958.", "" },
  { "price", "2024-03-20", "It cost $2019.", "" },
  { "no-date", NULL, "Posted 18/13/2022 by hand.", "" },
  { "no-month", NULL, "Lot 32-2015 was sold.", "" },
  { "halves-of-games", "2024-03-20", "The first half ended 1-0.", "" },
  { "open-shift-moves-no-story", "2020-03-28", "More than two weeks after 3 May 2019 he left. Ten days earlier she wrote.",
    "More than two weeks after 3 May 2019=2019-05-17/..|Ten days earlier=2020-03-18" },
  { "quarter-of-an-hour", "2024-03-20", "It starts in a quarter of an hour.", "a quarter of an hour=2024-03-20" },
};

static const Row stroke_rows[] = {
  { "at", "2024-03-20", "See you 4/25 at 4:00pm.", "4/25 at 4:00pm=2024-04-25" },
  { "from-to", "2024-03-20", "Away from 10/1 to 11/7.", "10/1 to 11/7=2023-10-01/2023-11-07" },
  { "hyphen", NULL, "Away 10/1/2018-10/7/2018.", "10/1/2018-10/7/2018=2018-10-01/2018-10-07" },
  { "hyphen-shared-year", NULL, "Away 5/1-5/7/2020.", "5/1-5/7/2020=2020-05-01/2020-05-07" },
  { "list", "2024-03-20", "It ran on 2/20, 2/22 or 2/25.", "2/20=2024-02-20|2/22=2024-02-22|2/25=2024-02-25" },
};

static const Row range_rows[] = {
  { "running-months", "2024-07-20", "It will rain from May to September.", "May to September=2024-05-01/2024-09-30" },
  { "coming-months", "2024-03-20", "It will rain from May to September.", "May to September=2024-05-01/2024-09-30" },
  { "to-date", "2024-03-20", "Sales from March to date fell.", "March to date=2024-03-01/2024-03-20" },
  { "and-now", "2024-03-20", "It fell between Jan 2019 and now.", "Jan 2019 and now=2019-01-01/2024-03-20" },
  { "year-after-both", NULL, "He travelled from 26 June to 28 June in 2020.", "26 June to 28 June in 2020=2020-06-26/2020-06-28" },
  { "weeks", "2024-03-20", "It ran from week 31 to week 35.", "week 31 to week 35=2024-07-29/2024-09-01" },
  { "lower-case-months", "2024-03-20", "It fell between august and october.", "august and october=2023-08-01/2023-10-31" },
  { "summit", "2024-03-20", "The May 3-5 summit will be held there.", "May 3-5=2024-05-03/2024-05-05" },
  { "within-next", "2024-03-20", "It ends within the next ten days.", "within the next ten days=2024-03-20/2024-03-29" },
  { "century", NULL, "They came in the 1800s.", "the 1800s=18XX" },
  { "night-after", NULL, "He fell on 3 May 2011 and died the following night.", "3 May 2011=2011-05-03|the following night=2011-05-04" },
  { "that-evening", NULL, "He fell on 3 May 2011 and died that evening.", "3 May 2011=2011-05-03|that evening=2011-05-03" },
  { "week-before", NULL, "He fell on 3 May 2011, ill since the week before.", "3 May 2011=2011-05-03|the week before=2011-04-25/.." },
};

/* Which day, and what is none, in the sentences of news. */
static const Row news_rows[] = {
  { "due-then-past", "2024-03-20", "The match due on Friday was called off.", "Friday=2024-03-22" },
  { "by-past", "2024-03-24", "By 12:30 a.m. on Saturday the siege was over.", "12:30 a.m. on Saturday=../2024-03-23" },
  { "passive-ahead", "2024-03-20", "The keys will be handed over from Monday.", "Monday=2024-03-25/.." },
  { "passive-past", "2024-03-20", "The keys were handed over on Monday.", "Monday=2024-03-18" },
  { "united", "2024-03-20", "The team will join the United States side on Friday.", "Friday=2024-03-22" },
  { "start-on", "2024-03-20", "Argentina, unbeaten since July 2019, start on Friday.", "July 2019=2019-07-01/..|Friday=2024-03-22" },
  { "did-not-last", "2024-03-20", "It didn't last three months.", "" },
  { "last-the-verb", "2024-03-20", "The emergency will last three months.", "" },
  { "second-in-apposition", "2024-03-20", "They left on Monday, the second day of the rescue.", "Monday=2024-03-18" },
  { "morning-of-nth", "2024-03-20", "Drills were held on the morning of the 19th.", "the morning of the 19th=2024-03-19" },
  { "decimal", "2024-03-20", "The index fell to 57.5 last month from 58.", "last month=2024-02" },
  { "figure", "2024-03-20", "The index fell to 58 last month.", "last month=2024-02" },
  { "quarter-century", "2024-03-20", "Seas rose in the past quarter century.", "" },
  { "past-years", "2024-03-20", "It was wetter in past years.", "" },
  { "two-year-crisis", NULL, "In the 2008-09 crisis it fell.", "2008-09=2008-01-01/2009-12-31" },
  { "black-monday", NULL, "It was the worst since the Black Monday crash.", "" },
  { "quarter-ahead", "2024-03-20", "Analysts expect a fall in the third quarter.", "the third quarter=2024-07-01/2024-09-30" },
  { "end-the-verb", "2024-03-20", "The summit is to end on Friday.", "Friday=2024-03-22" },
  { "and-the-next-day", "2022-02-16", "She visits Oslo on March 3 and 4.", "March 3 and 4=2022-03-03/2022-03-04" },
  { "and-four-others", "2022-02-16", "He hit the wall on March 3 and 4 others fell.", "March 3=2022-03-03" },
  { "will-stay-closed", "2022-02-16", "Schools will stay closed Monday.", "Monday=2022-02-21" },
  { "year-before-noun", "2022-06-10", "He recalled his bitter 2013 trial and the 2009 floods.", "2013=2013|2009=2009" },
  { "no-year-before-unit", "2022-06-10", "The tower is just 1950 metres from here.", "" },
  { "following-is-after", "2022-06-10", "Following two weeks of talks, she found a following.", "" },
  { "ordinal-in-years", "2022-06-10", "She becomes the 4th mayor in 30 years.", "" },
  { "the-host", "2022-09-14", "The visitors beat the host club on Friday.", "Friday=2022-09-09" },
  { "is-to-blame", "2022-09-14", "A faulty cable is to blame for Sunday night's outage.", "Sunday night=2022-09-11" },
  { "year-before-plural", NULL, "In 2017 clashes broke out.", "2017=2017" },
  { "round-count", NULL, "Power failed in 2000 homes.", "" },
  { "eve-of", "2019-08-05", "The curfew was eased on the eve of Labor Day 2018.", "the eve of Labor Day 2018=2018-09-02" },
  { "day-after-feast", NULL, "Shops were full the day after Christmas 2018.", "the day after Christmas 2018=2018-12-26" },
  { "day-after-thing", NULL, "He fell on 3 May 2011, the day after the vote.", "3 May 2011=2011-05-03" },
  { "days-after-comma", NULL, "It was settled on Dec. 12, 36 days after the vote.", "Dec. 12=-" },
  { "no-later-than", NULL, "A recount is due no later than Nov. 17, 2020.", "Nov. 17, 2020=../2020-11-17" },
  { "second-blast", NULL, "A second blast rocked the port.", "" },
  { "background-month", "2024-03-20", "He left on 3 March 2024. He was elected in May 2019. The next day he died.",
    "3 March 2024=2024-03-03|May 2019=2019-05|The next day=2024-03-04?" },
  { "named-after-past", "2024-03-01", "The club was suspended days before the March 24 play-off.", "March 24=2024-03-24" },
  { "put-off-from", "2024-09-08", "The visit, put off from March, will take place in May.", "March=2024-03|May=2025-05" },
  { "up-from", "2024-03-20", "It was 5 percent, up from October.", "October=2023-10" },
  { "takes-effect", "2024-07-03", "The exit takes effect on Oct. 27.", "Oct. 27=2024-10-27" },
  { "months-of-one-year", "2024-03-20", "They appealed in March and September 2016.", "March=2016-03|September 2016=2016-09" },
  { "days-of-one-year", "2024-03-20", "They met on May 3 and June 5, 2016.", "May 3=2016-05-03|June 5, 2016=2016-06-05" },
  { "afternoon-of", NULL, "She died in the afternoon of 8 September 2022.", "the afternoon of 8 September 2022=2022-09-08" },
  { "possessive-past", "2024-03-20", "The toll from Saturday's quake will grow.", "Saturday=2024-03-16" },
  { "possessive-after", "2024-03-20", "He will take office after winning Sunday's vote.", "Sunday=2024-03-17" },
  { "possessive-ahead", "2024-03-20", "Troops moved ahead of Friday's vote.", "Friday=2024-03-22" },
  { "clause-after-comma", "2024-03-20", "The storm could strike the coast on Friday, officials said.", "Friday=2024-03-22" },
  { "fixture", "2024-11-25", "The club, who finished fifth, host Torvald on Dec. 5.", "Dec. 5=2024-12-05" },
  { "were-to", "2024-03-20", "The talks were to resume on Friday.", "Friday=2024-03-22" },
  { "scheduled-present", "2024-03-20", "The final is on Saturday.", "Saturday=2024-03-23" },
  { "as-of", "2024-03-20", "Some 300 were missing as of Monday.", "Monday=2024-03-18" },
  { "cut-from", "2024-03-20", "Power was cut from 10 p.m. Sunday.", "10 p.m. Sunday=2024-03-17/.." },
  { "biggest-in-years", "2024-03-20", "It was the biggest rise in seven years.", "" },
  { "done-in-minutes", "2024-03-20", "She scored three goals in 18 days.", "" },
  { "ahead-in-weeks", "2024-03-20", "The law takes effect in two weeks.", "in two weeks=2024-04-03~" },
  { "year-earlier", "2024-03-20", "Exports in January fell 3 percent from a year earlier.",
    "January=2024-01|a year earlier=2023-01" },
  { "named-by-day", "2024-03-20", "She called the Feb. 25 election a sham.", "Feb. 25=2024-02-25" },
  { "counted-people", "2024-03-20", "In March 25 people drowned.", "March=2024-03" },
  { "gmt-figures", NULL, "The game starts at noon (2000 GMT).", "" },
  { "second-of-rank", NULL, "He went on in a second trial.", "" },
  { "morning-of", NULL, "He was held on the morning of June 3, 2017.", "the morning of June 3, 2017=2017-06-03" },
  { "summer-of", NULL, "She signed in the summer of 2018.", "the summer of 2018=2018-22" },
  { "season-years", NULL, "The 2012-14 plan was dropped.", "2012-14=2012-01-01/2014-12-31" },
  { "second-half-of-year", "2024-03-20", "They will open shops in the second half of the year.",
    "the second half of the year=2024-07-01/2024-12-31" },
  { "after-clause", "2024-03-23", "She was freed six days after it ran aground.", "" },
  { "past-two-weeks", "2024-03-20", "In the past two weeks six towns fell.", "the past two weeks=2024-03-06/2024-03-19" },
  { "local-time", "2024-03-20", "The palace fell at 5:30 p.m. local time on Sunday.",
    "5:30 p.m. local time on Sunday=2024-03-17" },
  { "late-decade", NULL, "It was built in the late 1960s.", "the late 1960s=1967-01-01/1969-12-31~" },
};

static const Row feast_rows[] = {
  { "weekend-of-monday", "2024-08-20", "Shops fill up on Labor Day weekend.", "Labor Day weekend=2024-08-31/2024-09-02" },
  { "weekend-of-thursday", NULL, "Roads were full on Thanksgiving weekend 2023.", "Thanksgiving weekend 2023=2023-11-23/2023-11-26" },
  { "last", "2024-03-20", "Attendance fell last Thanksgiving.", "last Thanksgiving=2023-11-23" },
  { "years-ago", "2024-03-20", "They fled on Thanksgiving two years ago.", "Thanksgiving two years ago=2022-11-24" },
  { "diwali", NULL, "Markets closed for Diwali 2022.", "Diwali 2022=2022-10-24" },
  { "diwali-late", NULL, "Markets closed for Diwali 2023.", "Diwali 2023=2023-11-12" },
  { "holi", "2024-03-27", "Crowds threw colours on Holi.", "Holi=2024-03-25" },
  { "holi-after-leap-month", NULL, "Crowds threw colours on Holi 2021.", "Holi 2021=2021-03-29" },
  { "navratri", NULL, "Fasting began with Navratri 2022.", "Navratri 2022=2022-09-26/2022-10-05" },
  { "raksha-bandhan", NULL, "Buses were free on Raksha Bandhan 2022.", "Raksha Bandhan 2022=2022-08-11" },
  { "ganesh", NULL, "Idols were put up for Ganesh Chaturthi 2021.", "Ganesh Chaturthi 2021=2021-09-10" },
  { "shivaratri", NULL, "Pilgrims came for Maha Shivaratri 2022.", "Maha Shivaratri 2022=2022-03-01" },
  { "sankranti", NULL, "Kites rose on Makar Sankranti 2024.", "Makar Sankranti 2024=2024-01-15" },
  { "vaisakhi", NULL, "Pilgrims came for Vaisakhi 1999.", "Vaisakhi 1999=1999-04-14" },
  { "king-sunday", NULL, "Boats filled the canals on Koningsdag 2025.", "Koningsdag 2025=2025-04-26?" },
  { "fourth-year", "2024-03-20", "She won on Super Tuesday.", "Super Tuesday=2024-03-05" },
  { "fourth-year-last", "2023-03-20", "She won on the last Super Tuesday.", "the last Super Tuesday=2020-03-03" },
  { "lent", NULL, "He fasted in Lent 2018.", "Lent 2018=2018-02-14/2018-03-31" },
  { "holy-week", NULL, "Pilgrims came in Holy Week 2024.", "Holy Week 2024=2024-03-24/2024-03-30" },
  { "of-last-year", "2024-03-20", "They fled on Labor Day of last year.", "Labor Day of last year=2023-09-04" },
};

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDateFinder) finder = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  add_rows (finder, "en", "calendar", calendar_rows, G_N_ELEMENTS (calendar_rows));
  add_rows (finder, "en", "unit", unit_rows, G_N_ELEMENTS (unit_rows));
  add_rows (finder, "en", "weekday", weekday_rows, G_N_ELEMENTS (weekday_rows));
  add_rows (finder, "en", "length", length_rows, G_N_ELEMENTS (length_rows));
  add_rows (finder, "en", "shift", shift_rows, G_N_ELEMENTS (shift_rows));
  add_rows (finder, "en", "clock", clock_rows, G_N_ELEMENTS (clock_rows));
  add_rows (finder, "en", "news", news_rows, G_N_ELEMENTS (news_rows));
  add_rows (finder, "en", "bad", bad_rows, G_N_ELEMENTS (bad_rows));
  add_rows (finder, "en", "guard", guard_rows, G_N_ELEMENTS (guard_rows));
  add_rows (finder, "en", "stroke", stroke_rows, G_N_ELEMENTS (stroke_rows));
  add_rows (finder, "en", "range", range_rows, G_N_ELEMENTS (range_rows));
  add_rows (finder, "en", "feast", feast_rows, G_N_ELEMENTS (feast_rows));
  return g_test_run ();
}
