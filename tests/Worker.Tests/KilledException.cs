using System;

namespace CrmAddon.Worker.Tests;

/// <summary>Stands for the death of the process: nothing of the code under test may catch it.</summary>
internal sealed class KilledException : Exception;
