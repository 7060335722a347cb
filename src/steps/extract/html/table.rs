//! Tells tables that hold data from tables that only arrange the page.

use dom_query::{NodeId, Tree, local_name};

/// Elements of a table that are looked at before it is taken for data.
const ENOUGH: usize = 2000;

/// Whether a table has no rows of several short cells: its cells are then parts of the page like any other.
pub(super) fn is_layout(tree: &Tree, table: NodeId) -> bool {
    let (mut rows, mut cells, mut seen) = (0_usize, 0_usize, 0_usize);
    let mut node = tree.first_child_of(&table);
    while let Some(here) = node {
        seen += 1;
        if seen > ENOUGH {
            break;
        }
        let mut deeper = true;
        if let Some(name) = here.qual_name_ref() {
            match name.local {
                local_name!("table") | local_name!("h1") | local_name!("h2") | local_name!("article") => return true,
                local_name!("tr") => rows += 1,
                local_name!("td") | local_name!("th") => cells += 1,
                _ => deeper = true,
            }
        } else {
            deeper = false;
        }
        // The next node in the order of the page, without leaving the table.
        node = if deeper { here.first_child() } else { None };
        let mut up = Some(here);
        while node.is_none() {
            let Some(at) = up else { break };
            if at.id == table {
                break;
            }
            node = at.next_sibling();
            up = at.parent();
        }
    }
    cells <= rows
}
