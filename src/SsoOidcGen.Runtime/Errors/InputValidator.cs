using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Checks the members of an input.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <param name="input">What the caller gave.</param>
/// <param name="errors">Takes what is wrong.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void InputValidator<in TInput>(TInput input, ref ValidationErrors errors);
