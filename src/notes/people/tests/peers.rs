//! Peers who are called by their place alone, and places that are no peers.

use super::hard::check;
use expect_test::expect;

#[test]
fn a_peer_is_called_by_the_place_alone() {
    check(
        "- Lionel, Duke of Rutland led the north\n- Rutland on the march, Rutland & his men. Rutland, as ever, won\n- they rode to Rutland, Kent and Rutland rose, snow in Rutland\n- the death of Rutland\n",
        &expect![[r#"
            Lionel, Duke of Rutland = Rutland = Duke of Rutland = Lionel: 1 2 2 2 4
        "#]],
    );
}

#[test]
fn a_peer_and_the_full_name_are_one() {
    check(
        "- Edgar Vane, Earl of Suffolk: rich\n- Suffolk on the 3rd, sold back by the Scots\n- Humphrey Bold, earl of Warwick, fell\n",
        &expect![[r#"
            Edgar Vane = Earl of Suffolk = Suffolk = Edgar Vane, Earl of Suffolk: 1 1 2
            Humphrey Bold = earl of Warwick = Humphrey Bold, earl of Warwick: 3 3
        "#]],
    );
}

#[test]
fn a_place_alone_is_no_womans_and_not_another_mans() {
    check(
        "- Edmund, Duke of York claimed the throne\n- Joan of York married Charles\n- York marched, York was killed\n",
        &expect![[r#"
            Edmund, Duke of York = York = Duke of York = Edmund: 1 3 3
            Joan of York: 2
            Charles: 2
        "#]],
    );
    check(
        "- Joan of Bath ruled\n- Queen Joan was alone\n- Joan of Kent was her rival\n- the bishop spoke\n- Queen Joan marched\n- the Woodlarks won\n- Woodlark stayed, Anne Woodlark left\n",
        &expect![[r#"
            Joan of Bath = Joan = Queen Joan: 1 2 5
            Joan of Kent: 3
            Anne Woodlark = Woodlark: 7 7
        "#]],
    );
}

#[test]
fn places_after_kin_and_small_titles_are_people() {
    check(
        "- killed with his son Norfolk at dawn\n- beheaded by viceroy Granada in May\n- pope Clement V wrote\n- we saw the capital Granada\n",
        &expect![[r#"
            Norfolk: 1
            Granada = viceroy Granada: 2
            Clement V = pope Clement V: 3
        "#]],
    );
}

#[test]
fn the_duke_is_somebody_however_often_the_article_stands_before() {
    check(
        "- they sent the Duke of Feria north\n- what did the Duke of Feria do?\n",
        &expect![[r#"
            Duke of Feria: 1 2
        "#]],
    );
}
