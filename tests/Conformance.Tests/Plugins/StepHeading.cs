using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Plugins.Registration;

namespace CrmAddon.Conformance.Plugins;

/// <summary>
/// What a step's line registers: <c>step Update of account, pre-operation, rank 2, filter name revenue, before name, after all</c>, or
/// <c>step answers new_Double</c> for the class behind a custom API.
/// </summary>
internal sealed class StepHeading
{
    public string Message { get; private set; } = string.Empty;

    public string? Table { get; private set; }

    public string? Api { get; private set; }

    public Stage Stage { get; private set; } = Stage.PostOperation;

    public Mode Mode { get; private set; } = Mode.Synchronous;

    public int Rank { get; private set; } = 1;

    public string Filter { get; private set; } = string.Empty;

    public List<(string Alias, ImageType Type, string Columns)> Images { get; } = [];

    public static StepHeading Read(Block block)
    {
        var parts = block.Text.AtColon().Before["step".Length..].At(',');
        var heading = new StepHeading();
        if (parts[0].StartsWith("answers ", StringComparison.Ordinal))
        {
            heading.Api = parts[0]["answers ".Length..];
            return heading;
        }

        var of = parts[0].Split(" of ", StringSplitOptions.TrimEntries);
        (heading.Message, heading.Table) = (of[0], of.ElementAtOrDefault(1));
        foreach (var part in parts.Skip(1))
        {
            heading.Read(block, part);
        }

        return heading;
    }

    private void Read(Block block, string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var columns = string.Join(',', words.Skip(1).Where(w => w != "all"));
        switch (words[0])
        {
            case "pre-validation":
                Stage = Stage.PreValidation;
                break;
            case "pre-operation":
                Stage = Stage.PreOperation;
                break;
            case "post-operation":
                Stage = Stage.PostOperation;
                break;
            case "asynchronous":
                (Stage, Mode) = (Stage.PostOperation, Mode.Asynchronous);
                break;
            case "rank":
                Rank = int.Parse(words[1], CultureInfo.InvariantCulture);
                break;
            case "filter":
                Filter = columns;
                break;
            case "before":
                Images.Add(("before", ImageType.Pre, columns));
                break;
            case "after":
                Images.Add(("after", ImageType.Post, columns));
                break;
            case "both":
                Images.Add(("both", ImageType.Both, columns));
                break;
            default:
                throw block.Error($"'{part}' is nothing that a step can be registered with.");
        }
    }
}
