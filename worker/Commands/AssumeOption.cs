using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Commands;

/// <summary>The option that says what to take for a column that a usage file lacks.</summary>
public static class AssumeOption
{
    /// <summary>Makes the option; its value is empty where it isn't given.</summary>
    public static Option<Dictionary<FocusColumn, string>> Create() => new("--assume")
    {
        Description = "A value for a column that the usage file lacks: --assume BillingAccountId=1234. May be repeated.",
        HelpName = "COLUMN=VALUE",
        CustomParser = Read,
        DefaultValueFactory = _ => [],
    };

    private static Dictionary<FocusColumn, string> Read(ArgumentResult result)
    {
        Dictionary<FocusColumn, string> assumed = [];
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=', 2);
            if (parts.Length == 2 && Enum.TryParse<FocusColumn>(parts[0], ignoreCase: true, out var column))
                assumed[column] = parts[1];
            else
                result.AddError($"'{token.Value}' is not COLUMN=VALUE with one of the columns {string.Join(", ", Enum.GetNames<FocusColumn>())}.");
        }

        return assumed;
    }
}
