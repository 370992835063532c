# Vivado's commands as far as our scripts use them, for a plain Tcl interpreter: each checks its options (name, and
# whether it takes a value) and the number of its other arguments, and is written down. Usage: tclsh vivado.tcl SCRIPT
# [ARGUMENT...]. Prints a line a command; any fault is a Tcl error.

# command {options with a value} {options without} least most
proc command {name valued flags least most} {
  proc $name {args} [string map [list @NAME@ $name @VALUED@ $valued @FLAGS@ $flags @LEAST@ $least @MOST@ $most] {
    return [called @NAME@ {@VALUED@} {@FLAGS@} @LEAST@ @MOST@ $args]
  }]
}

proc called {name valued flags least most arguments} {
  set others [list]
  set options [dict create]
  for {set i 0} {$i < [llength $arguments]} {incr i} {
    set argument [lindex $arguments $i]
    if {[lsearch -exact $valued $argument] >= 0} {
      incr i
      if {$i >= [llength $arguments]} { error "$name: $argument has no value" }
      dict set options $argument [lindex $arguments $i]
    } elseif {[lsearch -exact $flags $argument] >= 0} {
      dict set options $argument 1
    } elseif {[string match "-*" $argument]} {
      error "$name has no option $argument"
    } else {
      lappend others $argument
    }
  }
  set count [llength $others]
  if {$count < $least || $count > $most} { error "$name: $count arguments: $others" }
  puts "$name $arguments"
  return [answer $name $options $others]
}

# What the script goes on with.
proc answer {name options others} {
  switch -- $name {
    add_files {
      foreach file [lindex $others 0] {
        if {![file isfile $file]} { error "add_files: there is no $file" }
        dict set ::files $file 1
      }
    }
    get_files {
      foreach file [lindex $others 0] {
        if {![dict exists $::files $file]} { error "get_files: $file was not added" }
      }
      return [lindex $others 0]
    }
    get_filesets {
      if {[lsearch -exact {sources_1 constrs_1 sim_1} [lindex $others 0]] < 0} { error "no fileset $others" }
      return [lindex $others 0]
    }
    get_runs {
      if {[lsearch -exact {synth_1 impl_1} [lindex $others 0]] < 0} { error "no run $others" }
      return [lindex $others 0]
    }
    get_ports { return [lindex $others 0] }
    get_property {
      if {[lindex $others 0] eq "PROGRESS"} { return "100%" }
      return "Complete"
    }
    set_property {
      if {[dict exists $options -name] != ([llength $others] == 0)} { error "set_property: name and value, or options" }
    }
    create_clock {
      if {![string is double -strict [dict get $options -period]]} { error "create_clock: no period" }
    }
  }
  return [lindex $others 0]
}

set files [dict create]
command create_project {-part} {-force} 1 2
command current_project {} {} 0 0
command set_property {-name -value -objects} {} 0 3
command add_files {-fileset} {-norecurse} 1 1
command get_files {} {} 1 1
command get_filesets {} {} 1 1
command get_runs {} {} 1 1
command get_ports {} {} 1 1
command get_property {} {} 2 2
command update_compile_order {-fileset} {} 0 0
command launch_runs {-jobs} {} 1 1
command wait_on_run {} {} 1 1
command open_run {} {} 1 1
command report_utilization {-file} {-hierarchical} 0 0
command report_timing_summary {-file -max_paths} {} 0 0
command report_power {-file} {} 0 0
command create_clock {-name -period} {} 1 1

set script [lindex $argv 0]
set argv [lrange $argv 1 end]
set argc [llength $argv]
source $script
