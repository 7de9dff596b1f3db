-- No board reads it: what counts depends on a setting, so a board is sorted when it is asked for. It doubled the work of every closing.
DROP INDEX totals_by_points;
