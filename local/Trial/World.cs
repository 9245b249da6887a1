using System;
using System.Collections.Generic;
using CrmAddon.Local.Trial.Setup;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Trial;

/// <summary>What the steps of one run share.</summary>
public sealed class World
{
    /// <summary>Takes the open database and what was chosen.</summary>
    public World(TrialOptions options, LocalDataverse dataverse, Narrator narrator, RuleProgram program, string rulesText)
    {
        Options = options;
        Dataverse = dataverse;
        Narrator = narrator;
        Program = program;
        RulesText = rulesText;
        Service = dataverse.CreateService();
        Records = new Records(Service);
        Samples = new SampleFiles(options.Samples);
    }

    /// <summary>What was chosen on the command line.</summary>
    public TrialOptions Options { get; }

    /// <summary>The local Dataverse.</summary>
    public LocalDataverse Dataverse { get; }

    /// <summary>Tells what happens.</summary>
    public Narrator Narrator { get; }

    /// <summary>The checked rule program.</summary>
    public RuleProgram Program { get; }

    /// <summary>Its text.</summary>
    public string RulesText { get; }

    /// <summary>The organization service, as the user who loads data.</summary>
    public IOrganizationService Service { get; }

    /// <summary>Reads and writes through <see cref="Service"/>.</summary>
    public Records Records { get; }

    /// <summary>The sample's master data.</summary>
    public SampleFiles Samples { get; }

    /// <summary>The code of the partner program, made of its name.</summary>
    public string ProgramCode => Code(Program.Name);

    /// <summary>The row of the partner program.</summary>
    public Guid ProgramId { get; set; }

    /// <summary>The row of the program's currency.</summary>
    public Guid CurrencyId { get; set; }

    /// <summary>Partners by their code.</summary>
    public Dictionary<string, Guid> Partners { get; } = new(StringComparer.Ordinal);

    private static string Code(string name)
    {
        var letters = new List<char>();
        foreach (char letter in name.ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Add(letter);
            }
            else if (letters.Count > 0 && letters[^1] != '-')
            {
                letters.Add('-');
            }
        }

        string code = new string([.. letters]).Trim('-');
        return code.Length switch
        {
            0 => "PROGRAM",
            > 40 => code[..40],
            _ => code,
        };
    }
}
