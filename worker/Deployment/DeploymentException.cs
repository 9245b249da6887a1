using System;

namespace CrmAddon.Worker.Deployment;

/// <summary>A deployment can't go on, for a reason that an administrator can do something about: the message says what, and what to do.</summary>
public sealed class DeploymentException(string message, Exception? inner = null) : Exception(message, inner);
