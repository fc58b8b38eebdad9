# Bash completion for reckoner(1).

_reckoner_options() {
    case "$1" in
        import) echo "--manifest --model --model-version --eval-set --id --label --score --class-score --prediction --segment --text --amount --weight --timestamp --latency --numeric --positive --classes --score-kind --decision-threshold --delimiter --decimal --encoding --max-bad --again --dry-run" ;;
        runs | versions) echo "--model" ;;
        metrics) echo "--threshold --cost --scenario --by --where --cohort --baseline --positive --curve --bootstrap --corrected --overrides --reviewer --coverage --against" ;;
        compare) echo "--threshold --threshold-b --best --same-number --cost --scenario --by --where --cohort --positive --bootstrap" ;;
        slices) echo "--of --max-columns --top --distinct --by --threshold --cost --scenario --where --cohort --positive" ;;
        tiers) echo "--review-cost --capacity --reviewer-accuracy --acts --cost --scenario --where --cohort --positive" ;;
        adopt) echo "--threshold --cutoffs --who --why --review-by --scenario" ;;
        requirement) echo "--model --metric --floor --ceiling --no-worse-than --by-at-most --target --cohort --class --by --share --due --owner --because --who --replaces --for --until --all" ;;
        gate) echo "--baseline --threshold --strict --junit" ;;
        stage) echo "--why --who --owner --rollback-plan --learnt-from --cost-per-prediction --currency --latency-p50 --latency-p95 --latency-p99 --baseline" ;;
        attach) echo "--id --label --override --outcome --acted-on --actionable --timestamp --segment --numeric --amount --text --delimiter --decimal --max-bad --who --list --undo" ;;
        export) echo "--raw --where --cohort --notes --format --threshold" ;;
        annotations) echo "--model --raw --force" ;;
        report) echo "--base --kind --review --out" ;;
        render) echo "--run --out --size --dark --present --threshold --scenario --cohort --option" ;;
    esac
}

_reckoner() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local subcommands="demo import runs models versions metrics compare slices tiers costs policies adopt requirement gate stage attach export annotations check backup render report"
    local subcommand="" candidate i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        candidate=${COMP_WORDS[i]}
        [[ ${COMP_WORDS[i - 1]} == --store ]] && continue
        if [[ " $subcommands " == *" $candidate "* ]]; then
            subcommand=$candidate
            break
        fi
    done

    case "$previous" in
        --score-kind) mapfile -t COMPREPLY < <(compgen -W "probability percent logit margin raw" -- "$word"); return ;;
        --encoding) mapfile -t COMPREPLY < <(compgen -W "utf-8 utf-16le utf-16be latin-1" -- "$word"); return ;;
        --decimal) mapfile -t COMPREPLY < <(compgen -W ". ," -- "$word"); return ;;
        --store | --manifest | --out | --junit) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    esac

    if [[ $word == -* ]]; then
        local global="--store --json --help"
        [[ -z $subcommand ]] && global+=" --version"
        mapfile -t COMPREPLY < <(compgen -W "$(_reckoner_options "$subcommand") $global" -- "$word")
    elif [[ -z $subcommand ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$subcommands" -- "$word"; compgen -f -X '!*.reckoner' -- "$word")
    elif [[ $subcommand == annotations && $previous == annotations ]]; then
        mapfile -t COMPREPLY < <(compgen -W "export import" -- "$word")
    elif [[ $subcommand == requirement && $previous == requirement ]]; then
        mapfile -t COMPREPLY < <(compgen -W "add list waive lift withdraw" -- "$word")
    elif [[ $subcommand == render && $previous == render ]]; then
        mapfile -t COMPREPLY < <(compgen -W "today decide errors segments versions change record" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}

complete -o filenames -F _reckoner reckoner
