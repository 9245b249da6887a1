using System;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>Something that was given can't be used. The message says what and where, and what to do.</summary>
internal sealed class InputException(string message) : Exception(message);
