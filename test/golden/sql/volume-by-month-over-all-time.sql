SELECT toStartOfMonth(toDate(started_at, {p1:String})) AS `d0`, count() AS `m0` FROM `conversations` FINAL WHERE workspace = {p2:String} GROUP BY `d0` ORDER BY `d0` ASC, `d0` LIMIT {p3:Int64} SETTINGS do_not_merge_across_partitions_select_final = 1
{"p1":"Europe/Berlin","p2":"main","p3":1001}
