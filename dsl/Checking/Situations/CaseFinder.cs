using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Finds cases in which formulas hold, or proves that there are none.</summary>
internal sealed class CaseFinder
{
    private const int Tries = 40;

    private readonly Search search;
    private readonly DateTime today;

    public CaseFinder(BoundProgram program, Effort effort, params Condition[] further)
    {
        World = new World(program, further);
        Effort = effort;
        search = new Search(World, effort);
        today = program.Credits.Select(rule => rule.Effective.From)
            .Concat(program.Commissions.Select(rule => rule.Effective.From)).Max() ?? new DateTime(2026, 1, 1);
    }

    public World World { get; }

    public Effort Effort { get; }

    /// <summary>Whether the formulas can hold together in any case; true also where that can't be ruled out.</summary>
    public bool MayHold(params Formula[] formulas) =>
        search.Run(State.Of(World, natural: true), formulas) != Outcome.Impossible
        || search.Run(State.Of(World, natural: false), formulas) != Outcome.Impossible;

    /// <summary>What follows from formulas without any choice; null where they contradict each other.</summary>
    public State? Claimed(params Formula[] formulas) => search.Claimed(State.Of(World, natural: false), formulas);

    /// <summary>A case in which the formulas hold. Everyday cases come first: those without negative amounts.</summary>
    /// <param name="deal">Whether it is a deal; otherwise a customer's month.</param>
    /// <param name="formulas">What must hold.</param>
    /// <param name="roster">The partners.</param>
    /// <param name="shows">Whether the case really shows what is looked for.</param>
    /// <param name="found">The case.</param>
    /// <param name="won">Whether a deal is won.</param>
    public Outcome Find(
        bool deal, IReadOnlyList<Formula> formulas, IReadOnlyList<Participant> roster, Func<Witness, bool> shows, out Witness? found,
        bool won = false)
    {
        Witness? witness = null;
        // What is no sum is met by luck only, so more than one try is made.
        bool Accept(State state) => Enumerable.Range(0, World.IsExact ? 1 : Tries).Any(attempt =>
            Model.Of(World, state, today, attempt) is { } model
            && (witness = new WitnessBuilder(World, model, deal, won, roster, today).Build()) is not null && shows(witness));

        var outcome = search.Run(State.Of(World, natural: true), formulas, Accept);
        if (outcome != Outcome.Found)
        {
            var any = search.Run(State.Of(World, natural: false), formulas, Accept);
            outcome = any == Outcome.Impossible ? outcome : any;
        }
        found = outcome == Outcome.Found ? witness : null;
        return outcome;
    }
}
