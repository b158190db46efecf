using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Turns a message into an event.</summary>
/// <typeparam name="TEvent">The union of the stream's events.</typeparam>
/// <param name="message">The message.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TEvent EventReader<out TEvent>(EventMessage message);
