using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>On which partners two credit rules differ, whatever else the case holds.</summary>
internal static class Differences
{
    /// <summary>
    /// For each way in which the fields that name who is credited can be filled, what that claims and the plainest roster on which
    /// the two differ.
    /// </summary>
    public static IEnumerable<(Formula Claim, IReadOnlyList<Participant> Roster)> Between(World world, CreditRule first, CreditRule second)
    {
        FieldSlot[] targets = [.. new[] { first.Action.Target, second.Action.Target }.OfType<FieldSlot>().Distinct()];
        var mentioned = first.Action.Roles.Concat(second.Action.Roles).Distinct().ToArray();
        IReadOnlyList<Participant>[] rosters = [.. Rosters.All(world.Program.Roles, mentioned)];
        foreach (var keys in Ways([.. targets.Select(target => world.Of(target).Names)]))
        {
            var facts = Facts(world.Program, targets, keys);
            var registrant = targets.Select((target, i) => target.Path == Variables.RegistrationPartner ? keys[i] : null)
                .FirstOrDefault(key => key is not null);
            var registration = registrant is null ? null : new RegistrationFacts { PartnerKey = registrant };
            foreach (var participants in rosters)
            {
                var roster = new Roster(participants);
                if (first.Action.Divide(facts, roster, registration).IsSameAs(second.Action.Divide(facts, roster, registration)))
                    continue;
                yield return (Formula.All(targets.Select((target, i) => Names(world.Of(target), keys[i]))), participants);
                break;
            }
        }
    }

    // Different partners first: that is the plainer difference.
    private static IEnumerable<string[]> Ways(IReadOnlyList<string>[] names) => names.Length switch
    {
        0 => [[]],
        1 => names[0].Select(name => new[] { name }),
        _ => names[0].SelectMany(one => names[1].Select(other => new[] { one, other })).OrderBy(pair => pair[0] == pair[1] ? 1 : 0),
    };

    private static Formula Names(Variable variable, string key) =>
        Formula.All(variable.MayBeMissing ? new KnownClaim(variable, true) : Formula.Always, new NameClaim(variable, [key], true));

    private static Facts Facts(BoundProgram program, FieldSlot[] targets, string[] keys)
    {
        var fields = new FieldValue[program.Slots.Count];
        for (var i = 0; i < targets.Length; i++)
            fields[targets[i].Index] = FieldValue.OfPartner(keys[i]);
        return new Facts { Fields = fields, BusinessDate = DateTime.MinValue };
    }
}
