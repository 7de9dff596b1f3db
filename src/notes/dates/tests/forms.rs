//! The forms in which days, months, years, eras, centuries and ranges are written.

use super::check;

#[test]
fn days_are_read_in_every_order_and_spelling() {
    check(&[
        ("Signed on 28 June 1919.", &["28 June 1919 = 1919-06-28"]),
        (
            "Signed on June 28, 1919, in Paris",
            &["June 28, 1919 = 1919-06-28"],
        ),
        ("28th June 1919: signed", &["28th June 1919 = 1919-06-28"]),
        ("June 28th, 1919", &["June 28th, 1919 = 1919-06-28"]),
        (
            "the 28th of June, 1919",
            &["the 28th of June, 1919 = 1919-06-28"],
        ),
        ("28 Jun. 1919", &["28 Jun. 1919 = 1919-06-28"]),
        ("Sept 3 1939 -> war", &["Sept 3 1939 = 1939-09-03"]),
        (
            "on Sunday, 7 December 1941",
            &["Sunday, 7 December 1941 = 1941-12-07"],
        ),
        (
            "Tuesday July 14 1789",
            &["Tuesday July 14 1789 = 1789-07-14"],
        ),
        ("1963-11-22 Dallas", &["1963-11-22 = 1963-11-22"]),
        ("22/11/1963 shot", &["22/11/1963 = 1963-11-22"]),
        ("11/22/1963 shot", &["11/22/1963 = 1963-11-22"]),
        ("22-11-1963 shot", &["22-11-1963 = 1963-11-22"]),
        ("22.11.1963 shot", &["22.11.1963 = 1963-11-22"]),
        ("22/11/63 shot", &["22/11/63 = 1963-11-22"]),
        ("1963/11/22 shot", &["1963/11/22 = 1963-11-22"]),
        (
            "the 15th March 44 BC",
            &["the 15th March 44 BC = -0043-03-15"],
        ),
        (
            "Ides of March 44 BC",
            &["Ides of March 44 BC = -0043-03-15"],
        ),
        (
            "23rd September, 63BC",
            &["23rd September, 63BC = -0062-09-23"],
        ),
        (
            "24 August AD 79: Vesuvius",
            &["24 August AD 79 = 0079-08-24"],
        ),
        ("Christmas Day 1800", &["Christmas Day 1800 = 1800-12-25"]),
        ("Christmas Eve 1968", &["Christmas Eve 1968 = 1968-12-24"]),
        ("Am 9. November 1918", &["9. November 1918 = 1918-11-09"]),
    ]);
}

#[test]
fn months_seasons_and_years_are_read() {
    check(&[
        ("in October 1929", &["October 1929 = 1929-10"]),
        ("in Oct. 1929", &["Oct. 1929 = 1929-10"]),
        ("Oct 1929 crash", &["Oct 1929 = 1929-10"]),
        ("October of 1929", &["October of 1929 = 1929-10"]),
        ("October, 1929", &["October, 1929 = 1929-10"]),
        ("1929-10", &["1929-10 = 1929-10"]),
        ("in may 1968", &["may 1968 = 1968-05"]),
        ("He may have met her in May 1968", &["May 1968 = 1968-05"]),
        ("the March 1933 election", &["March 1933 = 1933-03"]),
        ("Nov '89", &["Nov '89 = 1989-11"]),
        ("the spring of 1918", &["the spring of 1918 = 1918-21"]),
        ("summer 1936", &["summer 1936 = 1936-22"]),
        ("fall 1989", &["fall 1989 = 1989-23"]),
        ("Winter 1916", &["Winter 1916 = 1916-24"]),
        ("Summer of '69", &["Summer of '69 = 1969-22"]),
        ("Founded 1902.", &["1902 = 1902"]),
        ("(1902)", &["1902 = 1902"]),
        ("1902: Boer War ends", &["1902 = 1902"]),
        ("**1902** – Boer War ends", &["1902 = 1902"]),
        ("Reform Act of 1832", &["1832 = 1832"]),
        ("the 1832 Reform Act", &["1832 = 1832"]),
        ("the 1848 revolutions", &["1848 = 1848"]),
        ("Maginot Line 1930", &["1930 = 1930"]),
        ("War Powers Resolution 1973", &["1973 = 1973"]),
        ("53% of 1913 levels", &["1913 = 1913"]),
        ("1848 workers rise in Paris", &["1848 = 1848"]),
        ("### 1848 ###", &["1848 = 1848"]),
        (
            "On May 10, 1940 troops crossed",
            &["May 10, 1940 = 1940-05-10"],
        ),
        ("In 1789 peasants rose", &["1789 = 1789"]),
        ("In 1939 German troops crossed the border", &["1939 = 1939"]),
        (
            "post-1945 Europe, pre-1914 alliances",
            &["1945 = 1945", "1914 = 1914"],
        ),
        ("1965's Voting Rights Act", &["1965 = 1965"]),
        ("class of '45", &["'45 = 1945"]),
        ("the year 1066", &["the year 1066 = 1066"]),
        ("Gold found (1849) -> rush", &["1849 = 1849"]),
        (
            "Psychology: Milgram (1963) found 65% obeyed",
            &["1963 = 1963"],
        ),
    ]);
}

#[test]
fn eras_stand_before_or_after_spaced_or_glued() {
    check(&[
        ("44 BC", &["44 BC = -0043"]),
        ("44BC", &["44BC = -0043"]),
        ("44 B.C.", &["44 B.C. = -0043"]),
        ("44 BCE", &["44 BCE = -0043"]),
        ("44 B.C.E. Caesar dies", &["44 B.C.E. = -0043"]),
        ("44 bc", &["44 bc = -0043"]),
        ("AD 14", &["AD 14 = 0014"]),
        ("14 AD", &["14 AD = 0014"]),
        ("14AD", &["14AD = 0014"]),
        ("A.D. 476", &["A.D. 476 = 0476"]),
        ("476 CE", &["476 CE = 0476"]),
        ("AD14", &["AD14 = 0014"]),
        ("c. 3000 BC", &["c. 3000 BC = -2999~"]),
        ("around 1750 BCE", &["around 1750 BCE = -1749~"]),
        ("c1450", &["c1450 = 1450~"]),
        ("ca. 1450", &["ca. 1450 = 1450~"]),
        ("circa 1450", &["circa 1450 = 1450~"]),
        ("~1450", &["~1450 = 1450~"]),
        ("about 1450", &["about 1450 = 1450~"]),
    ]);
}

#[test]
fn decades_centuries_and_parts_have_their_plain_unit() {
    check(&[
        ("the 1960s", &["the 1960s = 196X"]),
        ("1960's music", &["1960's = 196X"]),
        ("the '60s", &["the '60s = 196X"]),
        ("in the 60s", &["the 60s = 196X"]),
        ("the roaring twenties", &["twenties = 192X"]),
        ("the 470s BC", &["the 470s BC = -047X"]),
        ("the 1800s", &["the 1800s = 18XX"]),
        ("the 400s BC", &["the 400s BC = -04XX"]),
        ("the 19th century", &["the 19th century = 18XX"]),
        ("nineteenth-century novels", &["nineteenth-century = 18XX"]),
        (
            "the twenty-first century",
            &["the twenty-first century = 20XX"],
        ),
        ("XIX century painting", &["XIX century = 18XX"]),
        ("the 5th century BC", &["the 5th century BC = -04XX"]),
        ("2nd c. AD", &["2nd c. AD = 01XX"]),
        ("early 1962", &["early 1962 = 1962"]),
        ("early in 1962", &["early in 1962 = 1962"]),
        ("late October 1962", &["late October 1962 = 1962-10"]),
        ("mid-1950s", &["mid-1950s = 195X"]),
        ("mid 19th century", &["mid 19th century = 18XX"]),
        ("the early-mid 1800s", &["the early-mid 1800s = 18XX"]),
        ("in the late 1980s", &["the late 1980s = 198X"]),
        ("the end of 1941", &["the end of 1941 = 1941"]),
        (
            "at the beginning of March 1917",
            &["the beginning of March 1917 = 1917-03"],
        ),
        (
            "the middle of the 9th century BC",
            &["the middle of the 9th century BC = -08XX"],
        ),
        (
            "the first half of the 20th century",
            &["the first half of the 20th century = 19XX"],
        ),
        (
            "turn of the 20th century",
            &["turn of the 20th century = 19XX"],
        ),
        (
            "In 1899, at the turn of the century",
            &["1899 = 1899", "the turn of the century = 1900~"],
        ),
    ]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn each_end_of_a_range_lends_the_other_what_it_leaves_out() {
    check(&[
        ("1914-18", &["1914 = 1914", "18 = 1918"]),
        ("1914–1918", &["1914 = 1914", "1918 = 1918"]),
        ("1899-1902", &["1899 = 1899", "1902 = 1902"]),
        ("from 1933 to 1945", &["1933 = 1933", "1945 = 1945"]),
        ("between 1850 and 1860", &["1850 = 1850", "1860 = 1860"]),
        ("1948/49", &["1948 = 1948", "49 = 1949"]),
        ("winter 1948-49", &["winter 1948 = 1948-24", "49 = 1949"]),
        (
            "23 February - 6 March 1948",
            &["23 February = 1948-02-23", "6 March 1948 = 1948-03-06"],
        ),
        (
            "15-16 April 1949",
            &["15 = 1949-04-15", "16 April 1949 = 1949-04-16"],
        ),
        (
            "October 16–28, 1962",
            &["October 16 = 1962-10-16", "28, 1962 = 1962-10-28"],
        ),
        (
            "May 4 and 5, 1865",
            &["May 4 = 1865-05-04", "5, 1865 = 1865-05-05"],
        ),
        (
            "July-August 1945",
            &["July = 1945-07", "August 1945 = 1945-08"],
        ),
        ("Jul/Aug 1914", &["Jul = 1914-07", "Aug 1914 = 1914-08"]),
        (
            "November to January 1943",
            &["November = 1942-11", "January 1943 = 1943-01"],
        ),
        (
            "December 1941 to March",
            &["December 1941 = 1941-12", "March = 1942-03"],
        ),
        (
            "Dec 1941 - Jan 1942",
            &["Dec 1941 = 1941-12", "Jan 1942 = 1942-01"],
        ),
        ("the 1850s and 1860s", &["the 1850s = 185X", "1860s = 186X"]),
        (
            "During the 1650s and 60s",
            &["the 1650s = 165X", "60s = 166X"],
        ),
        ("in the 1890s-20s", &["the 1890s = 189X", "20s = 192X"]),
        (
            "the 18th and 19th centuries",
            &["the 18th = 17XX", "19th centuries = 18XX"],
        ),
        (
            "the late 18th and early 19th centuries",
            &["the late 18th = 17XX", "early 19th centuries = 18XX"],
        ),
        (
            "in March, June and September 1994",
            &[
                "March = 1994-03",
                "June = 1994-06",
                "September 1994 = 1994-09",
            ],
        ),
        (
            "1931, May: Creditanstalt",
            &["1931 = 1931", "May = 1931-05"],
        ),
        (
            "Black Tuesday, 29 Oct 1929\n1931: Creditanstalt",
            &["Tuesday, 29 Oct 1929 = 1929-10-29", "1931 = 1931"],
        ),
        (
            "1929 crash 24 Oct\n1931: Creditanstalt",
            &["1929 = 1929", "24 Oct = 1929-10-24", "1931 = 1931"],
        ),
        (
            "founded on 23 May\n1949 in Bonn",
            &["23 May\n1949 = 1949-05-23"],
        ),
        ("509-27 BC", &["509 = -0508", "27 BC = -0026"]),
        ("264 to 241 BC", &["264 = -0263", "241 BC = -0240"]),
        ("31BC-14AD", &["31BC = -0030", "14AD = 0014"]),
        ("27 B.C. – A.D. 14", &["27 B.C. = -0026", "A.D. 14 = 0014"]),
        (
            "Plato (c. 428–348 BC)",
            &["c. 428 = -0427~", "348 BC = -0347~"],
        ),
        ("Long March 1934-35", &["1934 = 1934", "35 = 1935"]),
        ("Long March 1934-1936", &["1934 = 1934", "1936 = 1936"]),
        ("Salt March, 1930", &["1930 = 1930"]),
        ("as long March 1930 lasted", &["March 1930 = 1930-03"]),
        ("1990–present", &["1990 = 1990"]),
    ]);
}
