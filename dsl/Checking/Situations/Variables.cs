using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>The things that the conditions of a program read, each once.</summary>
internal sealed class Variables(BoundProgram program)
{
    public const string RegistrationPartner = "registration.partner";
    public const string ProtectedFrom = "registration.protected_from";
    public const string ProtectedUntil = "registration.protected_until";

    private readonly Dictionary<string, Variable> byPath = [];
    private readonly Dictionary<Variable, HashSet<string>> mentioned = [];
    private readonly Rational cent = Rational.Of(1, PowersOfTen.Of(program.Rounding.Digits));

    public List<Variable> All { get; } = [];

    /// <summary>The business date, as a day.</summary>
    public Variable Date => Quantity("date", true, false);

    /// <summary>How many months before the judged one usage begins; -1 where there is none.</summary>
    public Variable FirstMonth => Quantity("first month", true, false);

    public Variable Field(string path) => Of(program.Slots.FirstOrDefault(slot => slot.Path == path)?.Definition
        ?? StandardFields.All.First(field => field.Path == path));

    public Variable Of(FieldDefinition field)
    {
        if (byPath.TryGetValue(field.Path, out var known))
            return known;
        var kind = ValueKinds.Of(field.Type);
        var variable = Add(new Variable(All.Count, field.Path, !kind.IsQuantity())
        {
            Field = field,
            MayBeMissing = field.MayBeMissing,
            IsCounted = kind is ValueKind.Money or ValueKind.Date,
            Unit = kind == ValueKind.Money ? cent : Rational.One,
        });
        // Nothing of a registration is known without one.
        if (IsOfRegistration(variable) && field.Path != RegistrationPartner)
            Field(RegistrationPartner);
        return variable;
    }

    /// <summary>The usage of the months from the judged one back, as many as told.</summary>
    public LinearSum UsageOf(int months) => months == 0
        ? LinearSum.Of(Rational.Zero)
        : LinearSum.Of(byPath.TryGetValue("usage " + months, out var known)
            ? known
            : Add(new Variable(All.Count, "usage " + months, false) { UsageMonths = months }));

    /// <summary>A quantity without a field.</summary>
    public Variable Quantity(string path, bool counted, bool mayBeMissing) => byPath.TryGetValue(path, out var known)
        ? known
        : Add(new Variable(All.Count, path, false) { IsCounted = counted, MayBeMissing = mayBeMissing });

    /// <summary>A quantity of which nothing is known but what it is called, such as a product of two fields.</summary>
    public Variable Obscure(string called) => byPath.TryGetValue(called, out var known)
        ? known
        : Add(new Variable(All.Count, called, false) { IsObscure = true });

    public Variable Moved(LinearSum day, int months)
    {
        var moved = Add(new Variable(All.Count, "moved " + All.Count, false) { IsCounted = true, Moves = (day, months) });
        var (fewest, most) = DateMoves.Days(months);
        var later = LinearSum.Of(moved).Minus(day);
        moved.Laws.Add(new BelowZero(LinearSum.Of((Rational)fewest).Minus(later), false));
        moved.Laws.Add(new BelowZero(later.Minus(LinearSum.Of((Rational)most)), false));
        return moved;
    }

    /// <summary>The claim that a sum is below zero, or at most zero: a bound of one variable, which may stand for a sum.</summary>
    public BelowZero Below(LinearSum sum, bool strictly)
    {
        if (sum.Terms is [{ Variable.Moves: not null }])
            return DateMoves.Simplified(this, new BelowZero(sum, strictly));
        if (sum.Terms.Count < 2)
            return new BelowZero(sum, strictly);
        var normal = sum.Normal(out var factor);
        var name = normal.ToString();
        if (!byPath.TryGetValue(name, out var stands))
        {
            stands = Add(new Variable(All.Count, name, false)
            {
                Sum = normal, IsCounted = normal.Terms.All(term => term.Variable.IsCounted),
            });
        }
        return new BelowZero(LinearSum.Of(stands).Times(factor).Plus(LinearSum.Of(sum.Constant)), strictly);
    }

    public void Mention(Variable variable, IEnumerable<string> names) => mentioned[variable].UnionWith(names);

    /// <summary>Settles which names each variable may have; nothing is added after that.</summary>
    public void Close()
    {
        var partners = All.Count(variable => variable.Field?.Type == FieldType.Partner);
        var texts = All.Where(variable => variable.IsName && IsOpen(variable)).ToArray();
        string[] others = [.. Enumerable.Range(1, Math.Max(1, texts.Length)).Select(i => i == 1 ? "another" : "another " + i)];
        string[] all = [.. texts.SelectMany(variable => mentioned[variable]).Distinct().OrderBy(name => name, StringComparer.Ordinal)];
        foreach (var variable in All.Where(variable => variable.IsName))
        {
            variable.Names = variable.Field!.Type switch
            {
                FieldType.Partner => Rosters.Keys(partners + 1),
                FieldType.YesNo => ["yes", "no"],
                // Two open fields may hold the same, so what one is compared with may be in the other.
                _ when IsOpen(variable) => texts.Length == 1 ? [.. all, others[0]] : [.. mentioned[variable], .. others, .. all.Except(mentioned[variable])],
                _ => variable.Field.Choices,
            };
        }
    }

    public static bool IsOfRegistration(Variable variable) => variable.Path.StartsWith("registration.", StringComparison.Ordinal);

    private static bool IsOpen(Variable variable) =>
        variable.Field!.Type == FieldType.Text || (variable.Field.Type == FieldType.Choice && variable.Field.Choices.Count == 0);

    private Variable Add(Variable variable)
    {
        All.Add(variable);
        byPath.Add(variable.Path, variable);
        if (variable.IsName)
            mentioned[variable] = [];
        return variable;
    }
}
